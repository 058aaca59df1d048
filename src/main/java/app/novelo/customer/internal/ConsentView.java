package app.novelo.customer.internal;

import app.novelo.customer.Consent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger as {@code docs/http-api.md} shows it. */
record ConsentView(
        String id,
        String purpose,
        String state,
        String source,
        @Nullable String proof,
        Instant at,
        @Nullable UUID line,
        @Nullable String by) {

    static ConsentView of(ConsentRows.Entry entry) {
        Consent consent = entry.consent();
        return new ConsentView(
                Long.toString(entry.id()),
                consent.purpose().name(),
                consent.state().name(),
                consent.source().name(),
                consent.proof(),
                consent.at(),
                consent.line(),
                consent.by());
    }
}
