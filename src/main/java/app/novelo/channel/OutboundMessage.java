package app.novelo.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to go out.
 *
 * @param id ours, sent along so that a status can settle an unknown outcome
 * @param phone digits without plus; null if only the user id is known
 * @param userId business-scoped user id
 * @param kind as the message shows it, such as {@code text}, {@code image} or {@code interactive}
 * @param text its words or caption; empty where there are none
 * @param media the channel's own id of the file, which has been handed over before
 * @param replyTo provider id of the message that is quoted
 */
public record OutboundMessage(
        UUID id,
        Line line,
        @Nullable String phone,
        @Nullable String userId,
        String kind,
        String text,
        Content.Sendable content,
        @Nullable Media media,
        @Nullable String replyTo) {

    public OutboundMessage with(Media file) {
        return new OutboundMessage(id, line, phone, userId, kind, text, content, file, replyTo);
    }

    /** @param filename shown with a document */
    public record Media(String providerId, String filename, String mimeType) {}
}
