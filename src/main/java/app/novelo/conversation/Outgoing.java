package app.novelo.conversation;

import app.novelo.channel.Content;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to go out.
 *
 * @param kind as the message shows it, such as {@code text}, {@code image} or {@code interactive}
 * @param text its words or caption; empty where there are none
 * @param media our id of the file
 * @param replyTo provider id of the message that is quoted
 * @param notice a fact that may be said whoever has the word, such as the protocol's number
 */
public record Outgoing(
        UUID conversation,
        @Nullable String caseNumber,
        Author author,
        String kind,
        String text,
        Content.Sendable content,
        @Nullable UUID media,
        @Nullable String replyTo,
        boolean notice,
        @Nullable Origin origin) {

    /** A message of nothing but words. */
    public static Outgoing text(
            UUID conversation,
            @Nullable String caseNumber,
            Author author,
            String text,
            @Nullable String replyTo,
            boolean notice,
            @Nullable Origin origin) {
        return new Outgoing(
                conversation, caseNumber, author, "text", text, new Content.Text(false), null, replyTo, notice, origin);
    }

    /**
     * Where in a process it was said.
     *
     * @param externalTask the task that waits for the message to be accepted
     */
    public record Origin(String externalTask, String processInstanceId, String activityInstanceId) {}
}
