package app.novelo.platform;

import java.util.List;
import java.util.Map;

/**
 * The one log of what happened. An event is appended in the transaction of the act, so that both exist or neither; readers
 * follow behind with cursors of their own ({@link EventReader}).
 */
public interface Events {

    /**
     * @param type the fact, lower case with dots: {@code message.received}
     * @param data ids, enum names and numbers; never a text or a name of a customer
     */
    void append(String type, Map<String, ?> data);

    /** Appends many events of one type at once. */
    void appendAll(String type, List<Map<String, Object>> data);
}
