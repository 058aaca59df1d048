package app.novelo.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that is to go out.
 *
 * @param replyTo provider id of the message that is quoted
 * @param notice a fact that may be said whoever has the word, such as the protocol's number
 */
public record Outgoing(
        UUID conversation,
        @Nullable String caseNumber,
        Author author,
        String text,
        @Nullable String replyTo,
        boolean notice,
        @Nullable Origin origin) {

    /**
     * Where in a process it was said.
     *
     * @param externalTask the task that waits for the message to be accepted
     */
    public record Origin(String externalTask, String processInstanceId, String activityInstanceId) {}
}
