package app.novelo.ai;

import java.util.Locale;
import java.util.Optional;

/** How much the message itself presses for time; contracts and segments are weighed elsewhere. */
public enum Urgency {
    LOW,
    NORMAL,
    HIGH;

    /** The name decision tables, variables and the API use. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The urgency with this id, whatever its case; empty for a word that is none. */
    public static Optional<Urgency> of(String id) {
        return EnumIds.find(Urgency.class, id);
    }
}
