package app.novelo.exchange.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import app.novelo.customer.Registration.Person;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of a list, read. */
sealed interface CustomerRow {

    /**
     * @param said what he allows, as far as the list says; by its purpose
     * @param source how that is known; null if the list does not tell
     * @param at when he said it; null if the list does not tell
     */
    record Good(Person person, Map<Purpose, Consent.State> said, @Nullable String source, @Nullable Instant at)
            implements CustomerRow {

        boolean grants() {
            return said.containsValue(Consent.State.GRANTED);
        }
    }

    /**
     * @param field whose cell cannot be so: {@link CustomerField#word}, or the head of a further column
     * @param problem a word of {@code docs/http-api.md}
     */
    record Bad(String field, String problem) implements CustomerRow {}
}
