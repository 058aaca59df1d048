package app.novelo.desk.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.UnknownCalendar;
import app.novelo.desk.WorkingTime;
import app.novelo.platform.NoveloSettings;
import app.novelo.platform.Remembered;
import app.novelo.platform.Wakeups;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which version is the newest is remembered for a while; a version itself never changes and is read once. */
@Component
class StoredCalendars implements Calendars {

    static final String CHANGED = "desk.calendars";

    private static final WorkingTime ALWAYS = new AroundTheClock();

    private final CalendarRows rows;
    private final HolidayRegions regions;
    private final ZoneId companyZone;
    private final Remembered<Map<String, Integer>> newest;
    private final Map<Version, BusinessCalendar> versions = new ConcurrentHashMap<>();

    StoredCalendars(CalendarRows rows, HolidayRegions regions, NoveloSettings settings, Wakeups wakeups) {
        this.rows = rows;
        this.regions = regions;
        this.companyZone = settings.timeZone();
        this.newest = new Remembered<>(wakeups, CHANGED, rows::newest);
    }

    private record Version(String calendar, int number) {}

    @Override
    public WorkingTime newest(String calendar) {
        if (calendar.equals(CLOCK)) {
            return ALWAYS;
        }
        var known = newest.get().get(calendar);
        var version = known == null ? newest.anew().get(calendar) : known;
        if (version == null) {
            throw new UnknownCalendar(calendar);
        }
        return read(calendar, version);
    }

    @Override
    public WorkingTime version(String calendar, int version) {
        return calendar.equals(CLOCK) ? ALWAYS : read(calendar, version);
    }

    BusinessCalendar read(String calendar, int version) {
        return versions.computeIfAbsent(new Version(calendar, version), asked -> rows.definition(calendar, version)
                .orElseThrow(() -> new UnknownCalendar(calendar))
                .calendar(calendar, version, companyZone, regions));
    }
}
