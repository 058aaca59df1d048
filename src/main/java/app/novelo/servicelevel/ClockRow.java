package app.novelo.servicelevel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock in a list.
 *
 * @param remainingMinutes working time until it is due, below zero once it is late; null when it has ended
 * @param boardInstanceId of the case's instance of {@code service-level}; null if it has none
 */
public record ClockRow(UUID id, ClockView clock, @Nullable Long remainingMinutes, @Nullable String boardInstanceId) {}
