package app.novelo.platform;

import java.time.Instant;
import java.util.Map;

/**
 * What was appended.
 *
 * @param position where a reader stands after this event; opaque, ascending
 * @param at business time of the act
 */
public record DomainEvent(EventPosition position, String type, Instant at, Map<String, Object> data) {

    /** @return the value under {@code key} as text, or an empty string */
    public String text(String key) {
        var value = data.get(key);
        return value == null ? "" : value.toString();
    }
}
