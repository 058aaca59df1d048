package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A changed table or calendar moves running clocks when a manager asks for it. */
@Component
class Reapplication {

    private final ServiceLevels serviceLevels;
    private final CaseNumbers numbers;
    private final Kinds kinds;
    private final Turns turns;
    private final Clock clock;

    Reapplication(ServiceLevels serviceLevels, CaseNumbers numbers, Kinds kinds, Turns turns, Clock clock) {
        this.serviceLevels = serviceLevels;
        this.numbers = numbers;
        this.kinds = kinds;
        this.turns = turns;
        this.clock = clock;
    }

    void now(Caller caller, CaseFile file) {
        turns.inTurn(file.turn(), () -> serviceLevels.reapply(file.number(), cause(caller), clock.instant()));
    }

    /** @return of how many cases */
    int soon(Caller caller, String kind) {
        if (!kinds.names().contains(kind)) {
            throw new BadRequest("kind", "no kind of case is called that");
        }
        return serviceLevels.reapplyLater(numbers.openOf(kind), cause(caller));
    }

    private static String cause(Caller caller) {
        return "asked for by " + caller.id();
    }
}
