package app.novelo.casework.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.engine.Turns;
import app.novelo.platform.NotFound;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What managers do with a case that is late, or about to be, whoever has it: each act in the case's turn. */
@Component
class ManagedCases {

    private static final String TRANSFER = "transfer";
    private static final String PRIORITY = "manager";
    private static final String HELP = "help";

    private final Turns turns;
    private final CaseRows cases;
    private final CaseActs acts;
    private final Escalations escalations;
    private final CaseEvents timeline;

    ManagedCases(Turns turns, CaseRows cases, CaseActs acts, Escalations escalations, CaseEvents timeline) {
        this.turns = turns;
        this.cases = cases;
        this.acts = acts;
        this.escalations = escalations;
        this.timeline = timeline;
    }

    void toQueue(String by, String number, String queue, @Nullable String note) {
        inTurn(number, () -> {
            acts.moveToQueue(number, queue, new Act(TRANSFER, note, by));
            return true;
        });
    }

    void toAgent(String by, String number, String agent, @Nullable String note) {
        inTurn(number, () -> {
            acts.assign(number, agent, new Act(TRANSFER, note, by));
            return true;
        });
    }

    void prioritise(String by, String number, String priority, @Nullable String note) {
        inTurn(number, () -> {
            acts.prioritise(number, priority, new Act(PRIORITY, note, by));
            return true;
        });
    }

    /** @return false if help was called a short while ago: nobody is told twice */
    boolean callIn(String by, String number, @Nullable String note) {
        return inTurn(number, () -> {
            boolean called = escalations.askForHelp(number);
            if (called) {
                timeline.add(number, CaseEvents.What.NOTED, new Act(HELP, note, by), Map.of());
            }
            return called;
        });
    }

    /** Of two who act at once, the second finds what the first has done. */
    private boolean inTurn(String number, Supplier<Boolean> act) {
        var turn = open(number).turn();
        return turns.inTurn(turn, () -> {
            if (open(number).isResolved()) {
                throw new CaseNotWaiting(number);
            }
            return act.get();
        });
    }

    private CaseFile open(String number) {
        return cases.find(number)
                .filter(file -> file.closedAt() == null)
                .orElseThrow(() -> new NotFound("open case " + number));
    }
}
