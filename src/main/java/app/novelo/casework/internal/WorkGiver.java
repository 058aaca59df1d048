package app.novelo.casework.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.desk.Assignment;
import app.novelo.desk.Assignment.Pick;
import app.novelo.engine.Turns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives waiting work to agents who are there, each piece in its case's turn. */
@Component
class WorkGiver {

    private static final Logger LOG = LoggerFactory.getLogger(WorkGiver.class);

    private final Offers offers;
    private final Assignment assignment;
    private final WorkItems work;
    private final Sweep sweep;
    private final Turns turns;
    private final JdbcClient jdbc;

    WorkGiver(Offers offers, Assignment assignment, WorkItems work, Sweep sweep, Turns turns, JdbcClient jdbc) {
        this.offers = offers;
        this.assignment = assignment;
        this.work = work;
        this.sweep = sweep;
        this.turns = turns;
        this.jdbc = jdbc;
    }

    /** @return whether anything was given to somebody */
    boolean giveOut() {
        if (assignment.openQueues().isEmpty()) {
            return false;
        }
        int given = 0;
        for (var pick : offers.make()) {
            given += give(pick) ? 1 : 0;
        }
        return given > 0;
    }

    /** What cannot be given now keeps its offer, and is tried again when that has lapsed. */
    private boolean give(Pick pick) {
        try {
            return work.of(pick.task())
                    .map(turn -> turns.inTurn(turn, () -> givenInTurn(pick)))
                    .orElse(false);
        } catch (RuntimeException e) {
            LOG.warn("task {} could not be given to {}", pick.task(), pick.agent(), e);
            return false;
        }
    }

    /** Somebody may have taken it, or the customer's matter may have ended, since it was offered. */
    private boolean givenInTurn(Pick pick) {
        var offered = jdbc.sql(
                        "select case_number from casework.work_item where task_id = ? and offered_to = ? and assignee is null")
                .param(pick.task())
                .param(pick.agent())
                .query((row, n) -> new Offered(row.getString(1)))
                .optional();
        offered.ifPresent(one -> sweep.assign(pick.task(), one.caseNumber(), pick.agent(), Act.rule(pick.why())));
        return offered.isPresent();
    }

    private record Offered(@Nullable String caseNumber) {}
}
