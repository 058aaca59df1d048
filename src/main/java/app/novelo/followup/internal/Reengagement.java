package app.novelo.followup.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event, what the table made of it, and how that ended.
 *
 * @param number business key of the process that it starts
 * @param action the process's key, {@code none} or {@code settle}; null before it is decided
 * @param why what the table's rule says of itself
 * @param tries how often it was put off
 * @param outcome how the process has ended, as far as it says so
 * @param reason code of what stood against it
 * @param problem why it cannot be decided
 */
record Reengagement(
        long id,
        String number,
        ReengagementEvent event,
        State state,
        @Nullable String action,
        @Nullable String why,
        @Nullable String processInstanceId,
        @Nullable Instant wakeAt,
        int tries,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Instant settledAt,
        int failures,
        @Nullable String problem) {

    static final String WRITING = "WRITING";
    static final String WRITTEN = "WRITTEN";
    static final String NOT_SENT = "NOT_SENT";
    static final String NOT_WANTED = "NOT_WANTED";

    /** How far it is. */
    enum State {
        /** Decided in a moment. */
        PENDING,
        /** The table or the process is missing or broken: tried again, ever more seldom. */
        FAILED,
        /** Nothing is done. */
        DECIDED,
        /** Its process waits or works. */
        RUNNING,
        ENDED
    }

    UUID customer() {
        return event.customer();
    }
}
