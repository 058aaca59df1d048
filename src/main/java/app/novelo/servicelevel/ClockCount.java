package app.novelo.servicelevel;

import org.jspecify.annotations.Nullable;

/**
 * How many clocks somebody has that a manager looks at.
 *
 * @param queue null for a clock whose case is gone
 * @param owner null if nobody has the case
 * @param due those that run and are due before the moment that was asked for
 */
public record ClockCount(@Nullable String queue, @Nullable String owner, int breached, int due, int paused) {}
