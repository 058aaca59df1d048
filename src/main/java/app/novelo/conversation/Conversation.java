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
 * @param referral the advertisement that brought the customer, as JSON
 * @param freeEntryUntil until then all messages are free of charge; null if he came by no advertisement
 * @param windowClosedAt when the channel said that the window is closed, and the customer has not written since
 * @param others what else it is about
 * @param askedAsideUntil until then somebody beside the case listens to what he answers; null if nobody does
 * @param imported it holds what was said before this program was there, and is only read
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
        @Nullable Instant resolvedAt,
        @Nullable String referral,
        @Nullable Instant freeEntryUntil,
        @Nullable Instant windowClosedAt,
        OtherCases others,
        @Nullable Instant askedAsideUntil,
        boolean imported) {

    public ServiceWindow window() {
        return new ServiceWindow(lastInboundAt, windowClosedAt);
    }

    public boolean isResolved() {
        return state == ConversationState.RESOLVED;
    }
}
