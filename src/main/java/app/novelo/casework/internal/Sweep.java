package app.novelo.casework.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseFile;
import app.novelo.engine.Tasks;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.NotFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One open task after the other, each in its case's turn: what cannot be done now is found again by the next sweep. */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final WorkItems work;
    private final CaseActs acts;
    private final Tasks tasks;
    private final Turns turns;

    Sweep(WorkItems work, CaseActs acts, Tasks tasks, Turns turns) {
        this.work = work;
        this.acts = acts;
        this.tasks = tasks;
        this.turns = turns;
    }

    boolean inTurn(CaseFile file, Runnable act) {
        return inTurn("case " + file.number(), file.turn(), act);
    }

    /** @param act looks again whether it is still to be done: another node, or a person, may have been faster */
    boolean inTurn(String task, Runnable act) {
        return work.of(task).map(turn -> inTurn("task " + task, turn, act)).orElse(true);
    }

    /** @return whether it is done, or has ended meanwhile */
    boolean inTurn(String what, Turn turn, Runnable act) {
        try {
            turns.inTurn(turn, act);
            return true;
        } catch (NotFound e) {
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} could not be moved on", what, e);
            return false;
        }
    }

    /** Within the turn. @param agent null = whoever the rule finds */
    void assign(String task, @Nullable String caseNumber, @Nullable String agent, CaseActs.Act act) {
        Optional.ofNullable(caseNumber)
                .ifPresentOrElse(number -> acts.assign(number, agent, act), () -> tasks.assign(task, agent, act.by()));
    }

    void moveToQueue(String caseNumber, String queue, CaseActs.Act act) {
        acts.moveToQueue(caseNumber, queue, act);
    }
}
