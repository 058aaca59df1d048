package app.novelo.desk;

import java.time.Duration;
import java.time.Instant;

/** Working time of the company. */
public interface Calendars {

    /** Name of the calendar that never closes. */
    String CLOCK = "clock";

    /**
     * Adds working time to an instant.
     *
     * @param calendar name of a calendar, or {@link #CLOCK}
     * @return the instant at which {@code time} of opening hours has passed since {@code from}
     * @throws UnknownCalendar if there is none of that name
     */
    Instant after(String calendar, Instant from, Duration time);

    /** @throws UnknownCalendar if there is none of that name */
    boolean isOpen(String calendar, Instant moment);
}
