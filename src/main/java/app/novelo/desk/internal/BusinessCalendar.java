package app.novelo.desk.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Opening hours by weekday, without holidays. Works in local time, so that a day with 23 or 25 hours keeps its hours.
 *
 * @param hours intervals of a day in ascending order, not overlapping
 * @param isHoliday days on which nothing opens
 */
record BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> hours, Predicate<LocalDate> isHoliday) {

    /** How far ahead an opening is looked for; a calendar without hours must not loop for ever. */
    private static final int HORIZON_DAYS = 3 * 366;

    /** @param closes exclusive */
    record Hours(LocalTime opens, LocalTime closes) {}

    boolean isOpenAt(Instant moment) {
        var local = moment.atZone(zone);
        return on(local.toLocalDate()).stream()
                .anyMatch(open -> !local.toLocalTime().isBefore(open.opens)
                        && local.toLocalTime().isBefore(open.closes));
    }

    /** @throws IllegalStateException if the calendar does not open long enough within three years */
    Instant after(Instant from, Duration time) {
        var left = time;
        var local = from.atZone(zone);
        for (int day = 0; day < HORIZON_DAYS; day++) {
            var date = local.toLocalDate().plusDays(day);
            for (var open : on(date)) {
                var begins = later(open.opens.atDate(date).atZone(zone), local);
                var available =
                        Duration.between(begins, open.closes.atDate(date).atZone(zone));
                if (!available.isNegative() && available.compareTo(left) >= 0) {
                    return begins.plus(left).toInstant();
                }
                left = available.isNegative() ? left : left.minus(available);
            }
        }
        throw new IllegalStateException("the calendar opens for less than " + time + " within three years");
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Hours> on(LocalDate date) {
        return isHoliday.test(date) ? List.of() : hours.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
