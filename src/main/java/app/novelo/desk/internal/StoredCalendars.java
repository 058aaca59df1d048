package app.novelo.desk.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.UnknownCalendar;
import app.novelo.desk.internal.BusinessCalendar.Hours;
import app.novelo.platform.NoveloSettings;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calendars from {@code desk.calendar}; nothing changes them yet, so each is read once. */
@Component
class StoredCalendars implements Calendars {

    private final JdbcClient jdbc;
    private final ZoneId companyZone;
    private final Map<String, BusinessCalendar> read = new ConcurrentHashMap<>();

    StoredCalendars(JdbcClient jdbc, NoveloSettings settings) {
        this.jdbc = jdbc;
        this.companyZone = settings.timeZone();
    }

    @Override
    public Instant after(String calendar, Instant from, Duration time) {
        return calendar.equals(CLOCK) ? from.plus(time) : named(calendar).after(from, time);
    }

    @Override
    public boolean isOpen(String calendar, Instant moment) {
        return calendar.equals(CLOCK) || named(calendar).isOpenAt(moment);
    }

    private BusinessCalendar named(String name) {
        var known = read.get(name);
        if (known != null) {
            return known;
        }
        var calendar = read(name).orElseThrow(() -> new UnknownCalendar(name));
        read.put(name, calendar);
        return calendar;
    }

    private Optional<BusinessCalendar> read(String name) {
        return jdbc.sql("select time_zone, holidays from desk.calendar where name = ?")
                .param(name)
                .query((row, n) -> calendar(name, row))
                .optional();
    }

    private BusinessCalendar calendar(String name, ResultSet row) throws SQLException {
        var zone = row.getString("time_zone");
        return new BusinessCalendar(
                zone == null ? companyZone : ZoneId.of(zone), hours(name), holidays(row.getString("holidays")));
    }

    private Map<DayOfWeek, List<Hours>> hours(String name) {
        var hours = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        jdbc.sql("select day, opens, closes from desk.opening where calendar = ? order by day, opens")
                .param(name)
                .query(row -> {
                    hours.computeIfAbsent(DayOfWeek.of(row.getInt(1)), day -> new ArrayList<>())
                            .add(new Hours(row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class)));
                });
        return hours;
    }

    private static Predicate<LocalDate> holidays(@Nullable String country) {
        if (country == null) {
            return date -> false;
        }
        var manager = HolidayManager.getInstance(ManagerParameters.create(country));
        return manager::isHoliday;
    }
}
