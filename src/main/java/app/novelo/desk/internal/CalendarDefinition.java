package app.novelo.desk.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a calendar.
 *
 * @param timeZone null = the company's
 * @param holidays whose are kept, see {@link HolidayRegions}; null = nobody's
 */
record CalendarDefinition(
        @Nullable ZoneId timeZone,
        @Nullable String holidays,
        Map<DayOfWeek, List<Hours>> week,
        List<Exception> exceptions) {

    /**
     * A day unlike others of its weekday.
     *
     * @param reason for people
     * @param hours none = closed
     */
    record Exception(LocalDate date, @Nullable String reason, List<Hours> hours) {}

    BusinessCalendar calendar(String name, int version, ZoneId companyZone, HolidayRegions regions) {
        var dates = new HashMap<LocalDate, List<Hours>>();
        exceptions.forEach(exception -> dates.put(exception.date, exception.hours));
        return new BusinessCalendar(
                name,
                version,
                timeZone == null ? companyZone : timeZone,
                week,
                dates,
                holidays == null ? Holidays.NONE : regions.find(holidays).orElse(Holidays.NONE));
    }
}
