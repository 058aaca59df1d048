package app.novelo.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock as others may see it.
 *
 * @param minutes the promise, in working time of {@code calendar}
 * @param warnAt when it warns; null if it does not, or waits
 * @param dueAt while it waits, when it would have been due
 * @param pausedAt since when it waits; null while it does not
 * @param pausedFor why it waits
 */
public record ClockView(
        String caseNumber,
        String metric,
        ClockState state,
        int minutes,
        String calendar,
        Instant startedAt,
        @Nullable Instant warnAt,
        Instant dueAt,
        @Nullable Instant pausedAt,
        @Nullable String pausedFor,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }
}
