package app.novelo.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest message of a conversation, for lists.
 *
 * @param direction {@code IN} or {@code OUT}
 * @param text at most 200 characters of it; null for kinds without text
 * @param media what its file is called and how long it sounds; null without one
 * @param call what became of a telephone call; null for messages
 */
public record LastMessage(
        String direction, String kind, @Nullable String text, @Nullable File media, @Nullable Call call, Instant at) {

    /** @param seconds null until it is known */
    public record File(@Nullable String filename, boolean voice, @Nullable Integer seconds) {}

    /** @param outcome a word of {@link app.novelo.channel.Content.Call} */
    public record Call(String outcome, boolean fromCustomer) {}
}
