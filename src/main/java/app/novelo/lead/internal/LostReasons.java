package app.novelo.lead.internal;

import app.novelo.platform.BadRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why leads are lost, as the forms of {@code forms/lead} offer it. */
@Component
class LostReasons {

    static final String DUPLICATE = "duplicate";
    static final String NOT_A_LEAD = "notALead";

    static final List<String> ALL = List.of(
            NOT_A_LEAD, "price", "competitor", "noBudget", "noAnswer", "timing", "notAvailable", "refused", DUPLICATE);

    /**
     * @param reason null: nobody says why, so it was none
     * @throws BadRequest if it is none of those that are offered
     */
    String required(@Nullable String reason) {
        if (reason == null) {
            return NOT_A_LEAD;
        }
        if (!ALL.contains(reason)) {
            throw new BadRequest("reason", "one of " + String.join(", ", ALL));
        }
        return reason;
    }
}
