package app.novelo.platform;

import java.util.List;

/** Reads the event log forwards; see {@link EventPosition}. */
public interface EventReader {

    /** @return the place behind the newest event that is safe to read now */
    EventPosition end();

    /** @return at most {@code limit} events behind {@code position}, oldest first */
    List<DomainEvent> after(EventPosition position, int limit);
}
