package app.novelo.desk.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is there.
 *
 * @param chosen by himself
 * @param lost no screen of his has been heard of for two minutes
 * @param since business time: from when people see him so
 * @param givenAt technical time: when a rule gave him work last
 */
record Seen(
        String agent, Status chosen, @Nullable String reason, boolean lost, Instant since, @Nullable Instant givenAt) {

    static final String CONNECTION = "connection";

    Status status() {
        return isCutOff() ? Status.AWAY : chosen;
    }

    @Nullable
    String why() {
        return isCutOff() ? CONNECTION : reason;
    }

    private boolean isCutOff() {
        return lost && (chosen == Status.ONLINE || chosen == Status.BUSY);
    }
}
