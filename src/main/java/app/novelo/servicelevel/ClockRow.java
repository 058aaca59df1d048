package app.novelo.servicelevel;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock in a list.
 *
 * @param boardInstanceId of the case's instance of {@code service-level}; null if it has none
 * @param queue in which its case is, or was when it ended; null if that was never known
 * @param owner who has the case, or had it when it ended; null: nobody
 * @param remainingMinutes working time until it is due, below zero once it is late; of one that has ended late, how late it
 *     was; empty for any other that has ended. Counted only when asked for: a clock may be late for a year, and most of those
 *     that are looked at are not shown
 */
public record ClockRow(
        UUID id,
        ClockView clock,
        @Nullable String boardInstanceId,
        @Nullable String queue,
        @Nullable String owner,
        Supplier<Optional<Long>> remainingMinutes) {}
