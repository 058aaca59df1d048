package app.novelo.channel;

import org.jspecify.annotations.Nullable;

/**
 * What the channel says about the price of a message, in its own words.
 *
 * @param channel its name
 * @param line the channel's id of our line
 * @param phone whom the message was sent to, in digits; null if the channel does not tell
 * @param userId the same as the channel's user id, which begins with his country
 * @param category what kind of message is charged; open for words of tomorrow
 * @param type which rule decides, such as {@code regular}; empty if the channel names none
 * @param billable null if the channel does not say so
 */
public record Charge(
        String channel,
        String line,
        @Nullable String phone,
        @Nullable String userId,
        String category,
        String type,
        @Nullable Boolean billable) {}
