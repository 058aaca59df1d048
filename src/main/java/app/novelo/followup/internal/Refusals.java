package app.novelo.followup.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An answer in the open window needs no consent; what begins by itself does. The send queue looks at the rest when the message
 * departs.
 */
@Component
class Refusals {

    static final String OPTED_OUT = "conversation.optedOut";

    private final Consents consents;

    Refusals(Consents consents) {
        this.consents = consents;
    }

    /** @return the code of the refusal; null if it may be sent by itself */
    @Nullable
    String of(FollowUp one) {
        boolean refuses = isWithdrawn(one, Purpose.SERVICE) || one.isCadence() && isWithdrawn(one, Purpose.MARKETING);
        return refuses ? OPTED_OUT : null;
    }

    private boolean isWithdrawn(FollowUp one, Purpose purpose) {
        return consents.of(one.customer(), purpose)
                .filter(consent -> consent.state() == Consent.State.WITHDRAWN)
                .isPresent();
    }
}
