package app.novelo.desk.internal;

import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.UnknownCalendar;
import app.novelo.platform.BadRequest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Names in requests: what there is not is said with the field's name. */
@Component
class Known {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    private final Queues queues;
    private final Calendars calendars;
    private final Clock clock;

    Known(Queues queues, Calendars calendars, Clock clock) {
        this.queues = queues;
        this.calendars = calendars;
        this.clock = clock;
    }

    String queue(String field, String id) {
        return queues.find(id)
                .map(Queue::id)
                .orElseThrow(() -> new BadRequest(field, "there is no queue \"" + id + "\""));
    }

    String skill(String field, String id) {
        if (!queues.knowsSkill(id)) {
            throw new BadRequest(field, "there is no skill \"" + id + "\"");
        }
        return id;
    }

    String language(String field, String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new BadRequest(field, "two small letters each, such as pt");
        }
        return language;
    }

    String calendar(String field, String name) {
        try {
            calendars.isOpen(name, clock.instant());
            return name;
        } catch (UnknownCalendar e) {
            throw new BadRequest(field, "there is no calendar \"" + name + "\"");
        }
    }
}
