package app.novelo.servicelevel.internal;

import app.novelo.servicelevel.ClockState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the token of {@code service-level} belongs: the worst of the case's open clocks, or how they all ended.
 *
 * @param nextChangeAt the next instant at which a clock changes by itself
 */
record Board(ClockState worst, Instant nextChangeAt) {

    /** No clock changes by itself any more; a timer needs a date all the same. */
    static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private static final List<ClockState> WORST_FIRST =
            List.of(ClockState.BREACHED, ClockState.WARNED, ClockState.RUNNING, ClockState.PAUSED);

    private static final List<ClockState> WORST_END_FIRST = List.of(ClockState.MET_LATE, ClockState.MET);

    static Board of(Collection<Clock> clocks) {
        var open = clocks.stream().filter(Clock::isOpen).toList();
        var worst = open.isEmpty()
                ? first(WORST_END_FIRST, clocks, ClockState.CANCELLED)
                : first(WORST_FIRST, open, ClockState.RUNNING);
        return new Board(worst, next(open));
    }

    private static ClockState first(List<ClockState> states, Collection<Clock> clocks, ClockState otherwise) {
        return states.stream()
                .filter(state -> clocks.stream().anyMatch(clock -> clock.state() == state))
                .findFirst()
                .orElse(otherwise);
    }

    private static Instant next(List<Clock> open) {
        return open.stream()
                .filter(clock -> clock.isRunning() && !clock.isLate())
                .flatMap(clock -> Stream.of(clock.dueAt(), warning(clock)))
                .min(Instant::compareTo)
                .orElse(NEVER);
    }

    private static Instant warning(Clock clock) {
        @Nullable Instant warnAt = clock.warnAt();
        return warnAt == null || clock.isWarned() ? clock.dueAt() : warnAt;
    }
}
