package app.novelo.servicelevel.internal;

import app.novelo.desk.CalendarUse;
import app.novelo.engine.Decisions;
import java.util.List;
import org.springframework.stereotype.Component;

/** The table promises time by calendars. Running clocks keep the version that they count by, whatever becomes of it. */
@Component
class ClocksUseCalendars implements CalendarUse {

    private final Decisions decisions;

    ClocksUseCalendars(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<String> usersOf(String calendar) {
        return decisions.says(Targets.TABLE, "\"" + calendar + "\"") ? List.of("table " + Targets.TABLE) : List.of();
    }
}
