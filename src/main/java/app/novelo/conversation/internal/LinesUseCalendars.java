package app.novelo.conversation.internal;

import app.novelo.channel.Lines;
import app.novelo.desk.CalendarUse;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class LinesUseCalendars implements CalendarUse {

    private final Lines lines;

    LinesUseCalendars(Lines lines) {
        this.lines = lines;
    }

    @Override
    public List<String> usersOf(String calendar) {
        return lines.all().stream()
                .filter(line -> calendar.equals(line.calendar()))
                .map(line -> "line " + line.display())
                .toList();
    }
}
