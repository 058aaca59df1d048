package app.novelo.exchange.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down what the people of a list allow. A list that does not say when they said it is older than whatever a customer
 * has forbidden here: nobody who wants no advertising gets any because he stands in a list.
 */
@Component
class CustomerConsents {

    private final Consents consents;

    CustomerConsents(Consents consents) {
        this.consents = consents;
    }

    /** @param created he has come into being in this transaction */
    record Said(UUID customer, boolean created, CustomerRow.Good row, long record) {}

    record Written(long written, long kept) {}

    Written write(List<Said> said, CustomerChoices choices, ImportRow row) {
        var known = said.stream().filter(one -> !one.created).toList();
        var added = new HashMap<UUID, List<Consent>>();
        said.stream()
                .filter(Said::created)
                .forEach(one -> added.put(
                        one.customer, List.copyOf(of(one, choices, row).values())));
        consents.recordOfNew(added);
        var written = ofKnown(known, choices, row);
        return new Written(
                written.written + added.values().stream().mapToLong(List::size).sum(), written.kept);
    }

    private Written ofKnown(List<Said> said, CustomerChoices choices, ImportRow row) {
        var now = consents.of(said.stream().map(Said::customer).distinct().toList());
        long written = 0;
        long kept = 0;
        for (var one : said) {
            for (var consent : of(one, choices, row).entrySet()) {
                boolean dated = at(one.row, choices) != null;
                if (!dated && isForbidden(now.getOrDefault(one.customer, List.of()), consent.getValue())) {
                    kept++;
                } else if (consents.record(one.customer, consent.getValue())) {
                    written++;
                }
            }
        }
        return new Written(written, kept);
    }

    private static boolean isForbidden(List<Consent> counts, Consent asked) {
        return asked.state() == Consent.State.GRANTED
                && counts.stream()
                        .anyMatch(consent ->
                                consent.purpose() == asked.purpose() && consent.state() == Consent.State.WITHDRAWN);
    }

    private static Map<Purpose, Consent> of(Said one, CustomerChoices choices, ImportRow row) {
        var all = new EnumMap<Purpose, Consent.State>(Purpose.class);
        choices.purposes().forEach(purpose -> all.put(purpose, Consent.State.GRANTED));
        all.putAll(one.row.said());
        var consents = new EnumMap<Purpose, Consent>(Purpose.class);
        var at = at(one.row, choices);
        all.forEach((purpose, state) -> consents.put(
                purpose,
                new Consent(
                        purpose,
                        state,
                        Consent.Source.IMPORT,
                        proof(one, choices, row),
                        at == null ? row.createdAt() : at,
                        null,
                        row.createdBy())));
        return consents;
    }

    private static @Nullable Instant at(CustomerRow.Good row, CustomerChoices choices) {
        return row.at() == null ? choices.at() : row.at();
    }

    /** How it is known, and where that can be looked up. */
    private static String proof(Said one, CustomerChoices choices, ImportRow row) {
        var source = one.row.source() == null ? choices.source() : one.row.source();
        var place = row.filename() + ", row " + one.record;
        return source == null ? place : source + " (" + place + ")";
    }
}
