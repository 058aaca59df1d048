package app.novelo.followup.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.desk.Calendars;
import app.novelo.desk.Queues;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nobody is written to by night or on a holiday: only while the line is served. */
@Component
class ReengagementHours {

    private final Lines lines;
    private final Queues queues;
    private final Calendars calendars;

    ReengagementHours(Lines lines, Queues queues, Calendars calendars) {
        this.lines = lines;
        this.queues = queues;
        this.calendars = calendars;
    }

    boolean areNow(UUID line, Instant now) {
        return calendars.isOpen(calendar(line), now);
    }

    /**
     * @return {@code from} itself while it is open
     * @throws IllegalStateException if it does not open any more
     */
    Instant from(UUID line, Instant from) {
        var calendar = calendar(line);
        return calendars
                .nextOpening(calendar, from)
                .orElseThrow(() -> new IllegalStateException("calendar \"" + calendar + "\" does not open any more"));
    }

    /** The line's own, else that of the queue where its conversations begin. */
    private String calendar(UUID id) {
        var line = lines.find(id).orElseThrow();
        var own = line.calendar();
        return own != null
                ? own
                : queues.find(queues.existing(line.queue()))
                        .map(queue -> queue.calendar())
                        .orElse(Calendars.CLOCK);
    }

    /** @return one that is in use: {@code wanted} if it is, else the oldest */
    UUID usable(UUID wanted) {
        return lines.find(wanted)
                .filter(Line::active)
                .or(() -> lines.all().stream().filter(Line::active).findFirst())
                .map(Line::id)
                .orElse(wanted);
    }

    /** @return the oldest in use */
    UUID any() {
        return lines.all().stream()
                .filter(Line::active)
                .findFirst()
                .map(Line::id)
                .orElseThrow(() -> new IllegalStateException("no line is in use"));
    }
}
