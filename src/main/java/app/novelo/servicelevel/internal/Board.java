package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockState;
import java.time.Instant;
import java.util.List;

/**
 * Where the token of {@code service-level} belongs: the worst of the case's open clocks, or how they all ended.
 *
 * @param nextChangeAt the next instant at which a clock changes by itself
 */
record Board(ClockState worst, Instant nextChangeAt) {

    /** No clock changes by itself any more; a timer needs a date all the same. */
    static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    static Board of(List<Clock> clocks) {
        return new Board(worst(clocks), next(clocks));
    }

    private static ClockState worst(List<Clock> clocks) {
        var open = clocks.stream().filter(Clock::isOpen).toList();
        if (!open.isEmpty()) {
            return any(open, ClockState.BREACHED) ? ClockState.BREACHED : ClockState.RUNNING;
        }
        if (any(clocks, ClockState.MET_LATE)) {
            return ClockState.MET_LATE;
        }
        return any(clocks, ClockState.MET) ? ClockState.MET : ClockState.CANCELLED;
    }

    private static boolean any(List<Clock> clocks, ClockState state) {
        return clocks.stream().anyMatch(clock -> clock.state() == state);
    }

    private static Instant next(List<Clock> clocks) {
        return clocks.stream()
                .filter(clock -> clock.isOpen() && clock.state() != ClockState.BREACHED)
                .map(Clock::dueAt)
                .min(Instant::compareTo)
                .orElse(NEVER);
    }
}
