package app.novelo.desk.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as people read it.
 *
 * @param changedAt business time; null = as shipped
 */
record CalendarView(
        String name,
        int version,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable String timeZone,
        @Nullable String holidays,
        Map<DayOfWeek, List<Interval>> hours,
        List<Exception> exceptions) {

    /** @param closes {@code 24:00} at the end of the day; not after {@code opens} = on the next day */
    record Interval(String opens, String closes) {

        static List<Interval> of(List<Hours> hours) {
            return hours.stream()
                    .map(one -> new Interval(
                            one.opens().toString(),
                            one.closes().equals(LocalTime.MIDNIGHT)
                                    ? "24:00"
                                    : one.closes().toString()))
                    .toList();
        }
    }

    record Exception(LocalDate date, @Nullable String reason, List<Interval> hours) {}

    /** As it is stored: what people may write, and nothing else. */
    record Definition(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String timeZone,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String holidays,
            Map<DayOfWeek, List<Interval>> hours,
            List<Exception> exceptions) {

        static Definition of(CalendarDefinition from) {
            var hours = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
            from.week().forEach((day, open) -> hours.put(day, Interval.of(open)));
            var zone = from.timeZone();
            return new Definition(
                    zone == null ? null : zone.getId(),
                    from.holidays(),
                    hours,
                    from.exceptions().stream()
                            .map(one -> new Exception(one.date(), one.reason(), Interval.of(one.hours())))
                            .toList());
        }
    }

    static CalendarView of(CalendarRows.Row row) {
        var definition = Definition.of(row.definition());
        return new CalendarView(
                row.name(),
                row.version(),
                row.changedAt(),
                row.changedBy(),
                definition.timeZone,
                definition.holidays,
                definition.hours,
                definition.exceptions);
    }

    /** @param zone in which the day is meant */
    record Days(String calendar, ZoneId zone, List<Day> items) {}

    /**
     * @param open what is open of the intervals that begin on this day
     * @param why {@code week}, {@code exception}, {@code holiday}
     * @param name of the holiday, or the exception's reason
     */
    record Day(LocalDate date, List<Interval> open, String why, @Nullable String name) {}
}
