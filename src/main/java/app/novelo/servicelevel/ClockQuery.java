package app.novelo.servicelevel;

import app.novelo.platform.Cursor;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are asked for, the first due first.
 *
 * @param state null = every open one
 * @param metric null = each
 * @param dueBefore null = whenever
 * @param cases null = of all; else of these
 * @param after where the page before ended
 */
public record ClockQuery(
        @Nullable ClockState state,
        @Nullable Metric metric,
        @Nullable Instant dueBefore,
        @Nullable Collection<String> cases,
        Cursor after,
        int limit) {}
