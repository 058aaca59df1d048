package app.novelo.servicelevel;

import app.novelo.platform.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are asked for, the first due first.
 *
 * @param states at least one
 * @param metric null = each
 * @param dueBefore null = whenever
 * @param held in whose cases
 * @param cases null = of all; else of these
 * @param after where the page before ended
 */
public record ClockQuery(
        Set<ClockState> states,
        @Nullable Metric metric,
        @Nullable Instant dueBefore,
        HeldBy held,
        @Nullable Collection<String> cases,
        Cursor after,
        int limit) {}
