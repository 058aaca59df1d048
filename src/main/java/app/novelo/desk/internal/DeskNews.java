package app.novelo.desk.internal;

import app.novelo.desk.Staffing;
import app.novelo.platform.Events;
import app.novelo.platform.Wakeups;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells screens and the other nodes that somebody, or a queue, is not as before. */
@Component
class DeskNews {

    private final Events events;
    private final Wakeups wakeups;

    DeskNews(Events events, Wakeups wakeups) {
        this.events = events;
        this.wakeups = wakeups;
    }

    void tell(String type, String what, String id) {
        events.append(type, Map.of(what, id));
        wakeups.signal(Staffing.CHANGED);
    }
}
