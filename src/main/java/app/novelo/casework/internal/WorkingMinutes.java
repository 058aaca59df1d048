package app.novelo.casework.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.UnusableCalendar;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Counts by a queue's calendar; one that is gone, or never opens, keeps no customer waiting: then the clock counts. */
@Component
class WorkingMinutes {

    private final Calendars calendars;

    WorkingMinutes(Calendars calendars) {
        this.calendars = calendars;
    }

    Instant after(Queue queue, Instant from, Duration time) {
        try {
            return calendars.after(queue.calendar(), from, time);
        } catch (UnusableCalendar e) {
            return from.plus(time);
        }
    }

    boolean isOpen(Queue queue, Instant moment) {
        try {
            return calendars.isOpen(queue.calendar(), moment);
        } catch (UnusableCalendar e) {
            return true;
        }
    }
}
