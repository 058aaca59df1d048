package app.novelo.lead.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What brought a lead.
 *
 * @param name {@code ad}, {@code campaign}, {@code line}, {@code import}, {@code agent} or {@code api}
 * @param detail which one: an advertisement's id, a line's name, a user's id
 */
record Source(String name, @Nullable String detail) {

    static final List<String> NAMES = List.of("ad", "campaign", "line", "import", "agent", "api");
}
