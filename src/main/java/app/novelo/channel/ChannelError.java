package app.novelo.channel;

import org.jspecify.annotations.Nullable;

/**
 * Why the channel refused or failed a message.
 *
 * @param code the channel's number; 0 where there was none
 * @param details what a person should read, in the channel's words
 */
public record ChannelError(int code, String title, @Nullable String details) {}
