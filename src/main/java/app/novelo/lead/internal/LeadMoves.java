package app.novelo.lead.internal;

import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.CaseTasks;
import app.novelo.casework.Cases;
import app.novelo.engine.Processes;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a card: a message to the process, which may refuse it. What goes further than a person's word completes the task that
 * is open, with what its form would say.
 */
@Component
class LeadMoves {

    private final Turns turns;
    private final Cases cases;
    private final CaseTasks tasks;
    private final LeadService leads;
    private final LeadRepository repository;
    private final LeadCriteria criteria;
    private final LostReasons reasons;
    private final DealMoney money;
    private final Processes processes;
    private final Clock clock;

    LeadMoves(
            Turns turns,
            Cases cases,
            CaseTasks tasks,
            LeadService leads,
            LeadRepository repository,
            LeadCriteria criteria,
            LostReasons reasons,
            DealMoney money,
            Processes processes,
            Clock clock) {
        this.turns = turns;
        this.cases = cases;
        this.tasks = tasks;
        this.leads = leads;
        this.repository = repository;
        this.criteria = criteria;
        this.reasons = reasons;
        this.money = money;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * @param reason why it is lost, as the forms offer it
     * @param competitor to whom
     * @param until when it is taken up again
     */
    record Move(
            Stage to,
            @Nullable String reason,
            @Nullable String competitor,
            @Nullable BigDecimal value,
            @Nullable String currency,
            @Nullable Instant until,
            @Nullable String note) {}

    void move(Caller caller, CaseFile file, Move move) {
        turns.inTurn(file.turn(), () -> {
            var now = cases.find(file.number())
                    .filter(found -> found.closedAt() == null)
                    .orElseThrow(() -> new MoveRefused("over", "this lead is over"));
            var lead = leads.required(now.number());
            if (lead.stage() != move.to()) {
                note(lead, move);
                move(caller, now, lead, move);
            }
        });
    }

    private void note(Lead lead, Move move) {
        if (move.value() != null) {
            lead.worth(money.amount(move.value()), money.currency(move.currency(), lead.currency()));
        }
        if (move.to() == Stage.LOST) {
            lead.lost(reasons.required(move.reason()), move.competitor());
        }
        repository.saveAndFlush(lead);
    }

    private void move(Caller caller, CaseFile file, Lead lead, Move move) {
        switch (move.to()) {
            case NEW -> throw new MoveRefused("notBack", "a lead does not become new again");
            case CONTACTED -> contacted(file, lead);
            case QUALIFIED -> qualified(file, lead);
            case OPPORTUNITY -> complete(caller, file, move, LeadProcess.OUTCOME.of(LeadProcess.OPPORTUNITY));
            case PROPOSAL -> proposal(caller, file, lead, move);
            case NURTURING -> putOff(caller, file, move);
            case WON -> won(caller, file, lead, move);
            case LOST ->
                complete(
                        caller,
                        file,
                        move,
                        LeadProcess.OUTCOME.of(LeadProcess.IS_LOST),
                        LeadProcess.LOST_REASON.of(reasons.required(move.reason())));
        }
    }

    private void contacted(CaseFile file, Lead lead) {
        if (lead.stage() == Stage.NURTURING) {
            processes.nudge(file.processInstanceId(), CaseProcess.resumed(LeadProcess.KIND));
            return;
        }
        if (lead.stage() != Stage.NEW) {
            throw new MoveRefused("notBack", "a lead that was contacted does not become so again");
        }
        if (lead.milestones().contactedAt() == null) {
            throw new MoveRefused("nobodyWrote", "nobody has written to the customer yet");
        }
        tell(file, Stage.CONTACTED);
    }

    private void qualified(CaseFile file, Lead lead) {
        if (!lead.stage().isBeforeOpportunity()) {
            throw new MoveRefused("notBack", "a lead that is further does not become qualified again");
        }
        if (!criteria.of(file.number()).containsKey(Criterion.NEED)) {
            throw new MoveRefused("needUnknown", "nobody has written down what the customer needs");
        }
        tell(file, Stage.QUALIFIED);
    }

    private void tell(CaseFile file, Stage stage) {
        if (!processes.nudge(file.processInstanceId(), LeadProcess.COMMANDED, LeadProcess.STAGE.of(stage.id()))) {
            throw new MoveRefused("process", "the process of this lead does not take it");
        }
    }

    private void proposal(Caller caller, CaseFile file, Lead lead, Move move) {
        if (lead.stage() != Stage.OPPORTUNITY) {
            throw new MoveRefused("notOpportunity", "a proposal follows once the lead is an opportunity");
        }
        if (lead.value() == null) {
            throw new MoveRefused("valueMissing", "a proposal has a value");
        }
        complete(caller, file, move, LeadProcess.OUTCOME.of(LeadProcess.PROPOSAL_SENT));
    }

    private void won(Caller caller, CaseFile file, Lead lead, Move move) {
        if (lead.value() == null || lead.value().signum() == 0) {
            throw new MoveRefused("valueMissing", "a deal that is won has a value");
        }
        complete(caller, file, move, LeadProcess.OUTCOME.of(LeadProcess.IS_WON));
    }

    private void putOff(Caller caller, CaseFile file, Move move) {
        if (move.until() == null || !move.until().isAfter(clock.instant())) {
            throw new BadRequest("until", "a moment that lies ahead");
        }
        complete(
                caller,
                file,
                move,
                LeadProcess.OUTCOME.of(LeadProcess.PUT_OFF),
                LeadProcess.PUT_OFF_UNTIL.of(move.until().toString()));
    }

    private void complete(Caller caller, CaseFile file, Move move, Var.Value... fields) {
        tasks.complete(caller, file, element -> fields, Act.note(move.note()));
    }
}
