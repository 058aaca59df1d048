package app.novelo.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a customer's thread, as it stands.
 *
 * @param caseNumber the current case
 * @param processInstanceId what is nudged when the customer writes
 * @param turns how often intake has classified in this conversation
 */
public record Conversation(
        UUID id,
        UUID customer,
        UUID line,
        String channel,
        ConversationState state,
        Speaker speaker,
        @Nullable String speakerId,
        @Nullable String owner,
        String queue,
        @Nullable String intent,
        @Nullable Double confidence,
        @Nullable String sentiment,
        @Nullable String urgency,
        @Nullable String gesture,
        @Nullable String language,
        boolean escalationWord,
        @Nullable String caseNumber,
        @Nullable String processInstanceId,
        int turns,
        Instant openedAt,
        Instant lastMessageAt,
        @Nullable Instant lastInboundAt,
        boolean awaitsAnswer,
        @Nullable Instant resolvedAt) {

    public ServiceWindow window() {
        return new ServiceWindow(lastInboundAt);
    }

    public boolean isResolved() {
        return state == ConversationState.RESOLVED;
    }
}
