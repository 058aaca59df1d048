package app.novelo.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Working time of the company. A calendar that is changed gets a new version; whoever promised time by an old one goes on
 * counting by that.
 *
 * <p>Everything that takes a name answers by the newest version and throws {@link UnknownCalendar} if there is none of that
 * name.
 */
public interface Calendars {

    /** Name of the calendar that never closes. */
    String CLOCK = "clock";

    /**
     * Adds working time to an instant.
     *
     * @param calendar name of a calendar, or {@link #CLOCK}
     * @return the instant at which {@code time} of opening hours has passed since {@code from}
     * @throws NeverOpens if it does not open for so long within three years
     */
    default Instant after(String calendar, Instant from, Duration time) {
        return newest(calendar).after(from, time);
    }

    /** @return working time between the two; zero if {@code to} is not after {@code from} */
    default Duration between(String calendar, Instant from, Instant to) {
        return newest(calendar).between(from, to);
    }

    default boolean isOpen(String calendar, Instant moment) {
        return newest(calendar).isOpen(moment);
    }

    /** @return {@code from} itself while it is open; empty if it does not open within three years */
    default Optional<Instant> nextOpening(String calendar, Instant from) {
        return newest(calendar).nextOpening(from);
    }

    WorkingTime newest(String calendar);

    /**
     * @param version as {@link WorkingTime#version} gave it; it outlives the calendar
     * @throws UnknownCalendar if there never was that version
     */
    WorkingTime version(String calendar, int version);
}
