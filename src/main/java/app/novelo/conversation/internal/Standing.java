package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.conversation.ServiceWindow;
import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a customer stands to being written to on a line: what the channel lets through, and what he allows.
 *
 * @param consents what counts, one of a purpose at most
 * @param everWrote to us, on whichever line
 */
record Standing(ServiceWindow window, List<Consent> consents, boolean everWrote) {

    /** Whatever the channel calls otherwise, now or one day, is taken for advertising. */
    private static final Set<String> OF_SERVICE = Set.of("UTILITY", "AUTHENTICATION");

    Optional<Refusal> refuses(Content.Sendable content, Instant now) {
        if (content instanceof Content.Template template) {
            return OF_SERVICE.contains(template.category()) ? service() : marketing();
        }
        return freeText(now);
    }

    /** An answer, which he waits for: it needs no consent. */
    Optional<Refusal> freeText(Instant now) {
        return window.isOpenAt(now) ? Optional.empty() : Optional.of(Refusal.WINDOW_CLOSED);
    }

    Optional<Refusal> marketing() {
        return state(Purpose.MARKETING)
                .map(state -> state == Consent.State.GRANTED
                        ? Optional.<Refusal>empty()
                        : Optional.of(Refusal.NO_ADVERTISING))
                .orElse(Optional.of(Refusal.NEVER_AGREED));
    }

    Optional<Refusal> service() {
        return state(Purpose.SERVICE)
                .map(state -> state == Consent.State.GRANTED
                        ? Optional.<Refusal>empty()
                        : Optional.of(Refusal.NOTHING_AT_ALL))
                .orElseGet(() -> everWrote ? Optional.empty() : Optional.of(Refusal.STRANGER));
    }

    private Optional<Consent.State> state(Purpose purpose) {
        return consents.stream()
                .filter(consent -> consent.purpose() == purpose)
                .map(Consent::state)
                .findFirst();
    }
}
