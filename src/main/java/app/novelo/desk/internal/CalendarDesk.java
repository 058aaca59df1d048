package app.novelo.desk.internal;

import app.novelo.desk.CalendarUse;
import app.novelo.desk.Calendars;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Events;
import app.novelo.platform.NotFound;
import app.novelo.platform.Wakeups;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with calendars. What was promised by an older version goes on counting by it. */
@Service
class CalendarDesk {

    /** It stands in addresses and in tables. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final CalendarRows rows;
    private final CalendarReader reader;
    private final ObjectProvider<CalendarUse> users;
    private final Events events;
    private final Wakeups wakeups;
    private final Clock clock;

    CalendarDesk(
            CalendarRows rows,
            CalendarReader reader,
            ObjectProvider<CalendarUse> users,
            Events events,
            Wakeups wakeups,
            Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.users = users;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    List<CalendarView> all() {
        return rows.all().stream().map(CalendarView::of).toList();
    }

    CalendarRows.Row required(String name) {
        return rows.find(name).orElseThrow(() -> new NotFound("calendar " + name));
    }

    @Transactional
    public CalendarView put(Caller caller, String name, JsonNode wish) {
        if (!NAME.matcher(name).matches() || name.equals(Calendars.CLOCK)) {
            throw new BadRequest(
                    "name", "up to 40 small letters, digits and dashes; clock is the one that never closes");
        }
        rows.put(name, reader.read(wish), clock.instant(), caller.id());
        tell(name);
        return CalendarView.of(required(name));
    }

    @Transactional
    public void remove(String name) {
        var using = users.orderedStream()
                .flatMap(user -> user.usersOf(name).stream())
                .toList();
        if (!using.isEmpty()) {
            throw new CalendarInUse(name, using);
        }
        if (!rows.remove(name)) {
            throw new NotFound("calendar " + name);
        }
        tell(name);
    }

    private void tell(String name) {
        events.append("calendar.changed", Map.of("calendar", name));
        wakeups.signal(StoredCalendars.CHANGED);
    }
}
