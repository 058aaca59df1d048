package app.novelo.desk.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk keeps of somebody who works in queues.
 *
 * @param languages two letters each; none = whatever customers speak
 * @param capacity open tasks that rules may give him
 * @param calendar his shift; null = that of his queues
 * @param whatsapp his own number: digits with the country's, without plus
 */
record AgentRow(
        String id,
        List<String> languages,
        List<String> skills,
        int capacity,
        @Nullable String calendar,
        boolean active,
        @Nullable String whatsapp) {

    static final int USUAL_CAPACITY = 5;

    /** Of whom nothing was said yet. */
    static AgentRow of(String id) {
        return new AgentRow(id, List.of(), List.of(), USUAL_CAPACITY, null, true, null);
    }

    boolean speaks(@Nullable String language) {
        return language == null || languages.isEmpty() || languages.contains(language);
    }
}
