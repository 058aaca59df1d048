package app.novelo.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock as others may see it.
 *
 * @param minutes the promise, in working time of {@code calendar}
 */
public record ClockView(
        String caseNumber,
        String metric,
        ClockState state,
        int minutes,
        String calendar,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }
}
