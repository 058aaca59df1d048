package app.novelo.desk.internal;

import app.novelo.desk.internal.CalendarDefinition.Exception;
import app.novelo.desk.internal.CalendarView.Day;
import app.novelo.desk.internal.CalendarView.Days;
import app.novelo.desk.internal.CalendarView.Interval;
import app.novelo.platform.BadRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of each day what opens on it, and why not. */
@Component
class CalendarDays {

    /** A year and its neighbour, as a page shows it. */
    private static final int MOST_DAYS = 731;

    private final CalendarDesk desk;
    private final StoredCalendars calendars;

    CalendarDays(CalendarDesk desk, StoredCalendars calendars) {
        this.desk = desk;
        this.calendars = calendars;
    }

    Days of(String name, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new BadRequest("to", "from to to, at most " + MOST_DAYS + " days");
        }
        var row = desk.required(name);
        var calendar = calendars.read(name, row.version());
        var exceptions =
                row.definition().exceptions().stream().collect(Collectors.toMap(Exception::date, Function.identity()));
        return new Days(
                name,
                calendar.zone(),
                from.datesUntil(to.plusDays(1))
                        .map(date -> day(calendar, date, exceptions))
                        .toList());
    }

    private static Day day(BusinessCalendar calendar, LocalDate date, Map<LocalDate, Exception> exceptions) {
        var open = Interval.of(calendar.on(date));
        var exception = exceptions.get(date);
        if (exception != null) {
            return new Day(date, open, "exception", exception.reason());
        }
        var holiday = calendar.holidays().on(date);
        return new Day(date, open, holiday == null ? "week" : "holiday", holiday);
    }
}
