package app.novelo.conversation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalogue of what customers read. */
public interface Texts {

    /**
     * Fills the placeholders <code>{{…}}</code> of an entry. A value is inserted as it is and never read again: what a
     * customer calls himself cannot become a placeholder.
     *
     * @param line whose own words come before everybody's; null for everybody's
     * @param language two letters; null, and what the entry does not speak, for the line's, else the company's
     * @throws IllegalArgumentException if there is no such entry, or a placeholder is unknown
     */
    String render(String key, @Nullable UUID line, @Nullable String language, Map<String, String> values);

    /** In everybody's words. */
    default String render(String key, @Nullable String language, Map<String, String> values) {
        return render(key, null, language, values);
    }

    /** Fills the placeholders of a text that stands in a model. */
    String fill(String text, Map<String, String> values);
}
