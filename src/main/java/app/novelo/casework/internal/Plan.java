package app.novelo.casework.internal;

import app.novelo.desk.Strategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an open task goes on by itself.
 *
 * @param notTo who has put it down, or let it lie
 * @param overflowAt business time; null without an overflow queue
 * @param takenAt business time; null while nobody has it
 * @param takeBackAt business time at which to look whether the customer waits; null while nobody has it
 */
record Plan(
        String task,
        Strategy strategy,
        @Nullable String skill,
        @Nullable String language,
        @Nullable String preferred,
        @Nullable String overflowQueue,
        @Nullable Instant overflowAt,
        @Nullable Instant takenAt,
        @Nullable Instant takeBackAt,
        @Nullable String notTo) {

    /** Nobody is looked for: it is no queue's. */
    static Plan byHand(String task) {
        return new Plan(task, Strategy.BY_HAND, null, null, null, null, null, null, null, null);
    }
}
