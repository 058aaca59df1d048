package app.novelo.followup.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.desk.Staffing;
import org.springframework.stereotype.Component;

/** Who keeps a promise whose time comes: its owner if he is there, else his substitute, else whom the queue's rule finds. */
@Component
class Keepers {

    private final Cases cases;
    private final CaseActs acts;
    private final Staffing staffing;

    Keepers(Cases cases, CaseActs acts, Staffing staffing) {
        this.cases = cases;
        this.acts = acts;
        this.staffing = staffing;
    }

    /** Within the turn. */
    void find(FollowUp one) {
        cases.find(one.number()).filter(this::isMissed).ifPresent(file -> {
            var substitute = staffing.substitute(String.valueOf(file.owner())).orElse(null);
            acts.assign(one.number(), substitute, Act.rule(substitute == null ? "absence" : "substitute"));
        });
    }

    /** Where nobody is there, at night, it stays his. A manager has no shift. */
    boolean isMissed(CaseFile file) {
        var owner = file.owner();
        return owner != null
                && staffing.isAgent(owner)
                && !staffing.isOnShift(owner)
                && (staffing.anybodyOnShift(file.queue())
                        || staffing.substitute(owner).isPresent());
    }
}
