package app.novelo.servicelevel;

import app.novelo.platform.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are asked for of those that ended late, the last ended first.
 *
 * @param from when it ended, inclusive
 * @param to when it ended, exclusive
 * @param metric null = each
 * @param held who had the case when it ended
 * @param before where the page before ended
 */
public record LateQuery(Instant from, Instant to, @Nullable Metric metric, HeldBy held, Cursor before, int limit) {}
