package app.novelo.servicelevel;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock in a list.
 *
 * @param boardInstanceId of the case's instance of {@code service-level}; null if it has none
 * @param remainingMinutes working time until it is due, below zero once it is late; empty when it has ended. Counted only when
 *     asked for: a clock may be late for a year, and most of those that are looked at are not shown
 */
public record ClockRow(
        UUID id, ClockView clock, @Nullable String boardInstanceId, Supplier<Optional<Long>> remainingMinutes) {}
