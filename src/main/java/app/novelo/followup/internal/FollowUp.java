package app.novelo.followup.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A follow-up as it stands; the columns are explained in its migration. */
record FollowUp(
        String number,
        UUID conversation,
        UUID customer,
        @Nullable String origin,
        String what,
        Mode mode,
        String purpose,
        Words words,
        boolean exact,
        Instant dueAt,
        Instant promisedAt,
        String queue,
        @Nullable String owner,
        String source,
        @Nullable String createdBy,
        Instant createdAt,
        State state,
        int rescheduled,
        @Nullable Instant customerWroteAt,
        @Nullable Instant overdueAt,
        @Nullable String notSent,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        @Nullable Boolean onTime,
        @Nullable String processInstanceId) {

    /** Who does it. */
    enum Mode {
        AUTOMATIC,
        BY_HAND
    }

    /** Where it stands. */
    enum State {
        OPEN,
        /** Somebody is to keep it now. */
        DUE,
        DONE,
        CANCELLED
    }

    /** A table's attempts to hear from a customer who is silent: they are in vain once he has written. */
    static final String CADENCE = "cadence";

    /** What is sent: one of body, key and template; nothing where a person does it. */
    record Words(
            @Nullable String body,
            @Nullable String textKey,
            @Nullable String template,
            @Nullable String language,
            @Nullable String values) {

        static final Words NONE = new Words(null, null, null, null, null);

        boolean areThere() {
            return body != null || textKey != null || template != null;
        }
    }

    boolean isAutomatic() {
        return mode == Mode.AUTOMATIC;
    }

    boolean isEnded() {
        return state == State.DONE || state == State.CANCELLED;
    }

    boolean isCadence() {
        return purpose.equals(CADENCE);
    }
}
