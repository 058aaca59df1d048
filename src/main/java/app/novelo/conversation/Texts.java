package app.novelo.conversation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue of what customers read. */
public interface Texts {

    /**
     * Fills the placeholders <code>{{…}}</code> of an entry. A value is inserted as it is and never read again: what a
     * customer calls himself cannot become a placeholder.
     *
     * @param language two letters, or null for the company's
     * @throws IllegalArgumentException if there is no such entry, or a placeholder is unknown
     */
    String render(String key, @Nullable String language, Map<String, String> values);

    /** Fills the placeholders of a text that stands in a model. */
    String fill(String text, Map<String, String> values);
}
