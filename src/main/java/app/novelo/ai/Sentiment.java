package app.novelo.ai;

import java.util.Locale;
import java.util.Optional;

/** How the customer feels, judged apart from what he wants. */
public enum Sentiment {
    FRUSTRATED,
    NEUTRAL,
    POSITIVE;

    /** The name decision tables, variables and the API use. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sentiment with this id, whatever its case; empty for a word that is none. */
    public static Optional<Sentiment> of(String id) {
        return EnumIds.find(Sentiment.class, id);
    }
}
