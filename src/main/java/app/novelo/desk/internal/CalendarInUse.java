package app.novelo.desk.internal;

import app.novelo.platform.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Somebody counts by the calendar that is to be taken away. */
final class CalendarInUse extends Problem {

    CalendarInUse(String calendar, List<String> users) {
        super(
                HttpStatus.CONFLICT,
                "calendar-in-use",
                "the calendar \"" + calendar + "\" is used by " + String.join(", ", users),
                Map.of("usedBy", users));
    }
}
