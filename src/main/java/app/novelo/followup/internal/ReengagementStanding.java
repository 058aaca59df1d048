package app.novelo.followup.internal;

import app.novelo.casework.Cases;
import app.novelo.conversation.Outreach;
import app.novelo.conversation.Speaker;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether a customer is still to be written to. Codes are those that diagrams compare and managers read. */
@Component
class ReengagementStanding {

    static final String WANTED = "wanted";

    /** Not now: it is closed, or an agent has the word. */
    static final String LATER = "later";

    /** It was put off too often. */
    static final String EXPIRED = "expired";

    /** What it was about is done. */
    static final String SETTLED = "settled";

    static final String OPTED_OUT = "optedOut";
    static final String NO_CONSENT = "noConsent";

    /** Something of his is being worked on. */
    static final String OPEN_CASE = "openCase";

    /** He has written since. */
    static final String WROTE = "wrote";

    /** About two weeks, at two tries a day. */
    private static final int MOST_TRIES = 20;

    private final Cases cases;
    private final Outreach outreach;
    private final Consents consents;
    private final ReengagementHours hours;

    ReengagementStanding(Cases cases, Outreach outreach, Consents consents, ReengagementHours hours) {
        this.cases = cases;
        this.outreach = outreach;
        this.consents = consents;
        this.hours = hours;
    }

    String of(Reengagement found, UUID line, String purpose, Instant now) {
        if (found.settledAt() != null) {
            return SETTLED;
        }
        var forbidden = forbidden(found.customer(), purpose);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        if (cases.anyOpen(found.customer())) {
            return orExpired(found, OPEN_CASE);
        }
        if (isTalkedTo(found.customer(), line)) {
            return orExpired(found, LATER);
        }
        if (!hours.areNow(line, now)) {
            return LATER;
        }
        return hasWritten(found) ? WROTE : WANTED;
    }

    private static String orExpired(Reengagement found, String standing) {
        return found.tries() < MOST_TRIES ? standing : EXPIRED;
    }

    private Optional<String> forbidden(UUID customer, String purpose) {
        if (isWithdrawn(customer, Purpose.SERVICE)) {
            return Optional.of(OPTED_OUT);
        }
        if (purpose.equals(ReengagementProcess.SERVICE)) {
            return Optional.empty();
        }
        return consents.of(customer, Purpose.MARKETING)
                .map(consent ->
                        consent.state() == Consent.State.GRANTED ? Optional.<String>empty() : Optional.of(OPTED_OUT))
                .orElse(Optional.of(NO_CONSENT));
    }

    private boolean isWithdrawn(UUID customer, Purpose purpose) {
        return consents.of(customer, purpose)
                .filter(consent -> consent.state() == Consent.State.WITHDRAWN)
                .isPresent();
    }

    private boolean isTalkedTo(UUID customer, UUID line) {
        return outreach.open(customer, line)
                .filter(conversation -> conversation.speaker() == Speaker.AGENT)
                .isPresent();
    }

    /** Times of the channel are whole seconds. */
    private boolean hasWritten(Reengagement found) {
        var then = found.event().at().truncatedTo(ChronoUnit.SECONDS);
        return outreach.lastHeard(found.customer())
                .filter(heard -> !heard.since().isBefore(then))
                .isPresent();
    }
}
