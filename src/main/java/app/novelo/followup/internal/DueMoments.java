package app.novelo.followup.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.UnusableCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Business time: what would fall on a night or a holiday is due when the queue opens again. */
@Component
class DueMoments {

    private final Queues queues;
    private final Calendars calendars;
    private final Clock clock;

    DueMoments(Queues queues, Calendars calendars, Clock clock) {
        this.queues = queues;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param exact the customer was promised this moment, open or not */
    Instant moved(Instant wanted, String queue, boolean exact) {
        return exact ? wanted : opening(wanted, queue);
    }

    /** A day without an hour is meant from its opening. */
    Instant opensOn(LocalDate day, java.time.ZoneId zone, String queue) {
        return opening(day.atStartOfDay(zone).toInstant(), queue);
    }

    /** A queue that never opens has the moment that was asked for. */
    private Instant opening(Instant wanted, String queue) {
        try {
            return calendars.nextOpening(calendar(queue), wanted).orElse(wanted);
        } catch (UnusableCalendar e) {
            return wanted;
        }
    }

    Instant in(Duration businessTime, String queue) {
        var now = clock.instant();
        try {
            return calendars.after(calendar(queue), now, businessTime);
        } catch (UnusableCalendar e) {
            return now.plus(businessTime);
        }
    }

    private String calendar(String queue) {
        return queues.find(queues.existing(queue)).map(Queue::calendar).orElse(Calendars.CLOCK);
    }
}
