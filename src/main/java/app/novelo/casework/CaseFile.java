package app.novelo.casework;

import app.novelo.engine.Turn;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all cases have in common.
 *
 * @param number business key of the case's process instance
 * @param dueAt of the first open clock
 */
public record CaseFile(
        String number,
        String kind,
        @Nullable UUID conversation,
        UUID customer,
        String processInstanceId,
        String state,
        String priority,
        String queue,
        @Nullable String owner,
        @Nullable String intent,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {

    public static final String OPEN = "OPEN";
    public static final String WAITING_CUSTOMER = "WAITING_CUSTOMER";
    public static final String WAITING_THIRD_PARTY = "WAITING_THIRD_PARTY";

    /** The need is met; the customer may still come back to it. */
    public static final String RESOLVED = "RESOLVED";

    public static final String CLOSED = "CLOSED";
    public static final String NORMAL = "NORMAL";

    public boolean isWaiting() {
        return state.equals(WAITING_CUSTOMER) || state.equals(WAITING_THIRD_PARTY);
    }

    public boolean isResolved() {
        return state.equals(RESOLVED);
    }

    /** In which it is driven and changed. */
    public Turn turn() {
        return conversation == null ? Turn.ofCase(number) : Turn.ofConversation(conversation.toString());
    }
}
