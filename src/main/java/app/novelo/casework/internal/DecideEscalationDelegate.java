package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.engine.DecisionFacts;
import app.novelo.engine.Decisions;
import app.novelo.engine.Turns;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_decideEscalation} in {@code processes/casework/escalation.bpmn}: one level further, unless its cause is
 * gone. A table that collects has no single result that a diagram could map, so it is asked here. The timer of the next
 * level brings it here too, so the case's turn is waited for first.
 */
@Component
class DecideEscalationDelegate implements JavaDelegate {

    private static final Set<ClockState> LATE = Set.of(ClockState.WARNED, ClockState.BREACHED);

    private final EscalationRows rows;
    private final CaseRows cases;
    private final Conversations conversations;
    private final ServiceLevels serviceLevels;
    private final Decisions decisions;
    private final DecisionFacts facts;
    private final Turns turns;
    private final Clock clock;

    DecideEscalationDelegate(
            EscalationRows rows,
            CaseRows cases,
            Conversations conversations,
            ServiceLevels serviceLevels,
            Decisions decisions,
            DecisionFacts facts,
            Turns turns,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.conversations = conversations;
        this.serviceLevels = serviceLevels;
        this.decisions = decisions;
        this.facts = facts;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var escalation = rows.required(Long.parseLong(EscalationProcess.ESCALATION.in(execution)));
        turns.join(cases.required(escalation.caseNumber()).turn());
        var file = cases.required(escalation.caseNumber());
        boolean stands = stands(file, escalation);
        EscalationProcess.ACT.set(execution, stands);
        if (stands) {
            decide(execution, escalation, file);
        }
    }

    private void decide(DelegateExecution execution, EscalationRows.Escalation escalation, CaseFile file) {
        int level = escalation.level() + 1;
        var offered = new HashMap<>(facts.of(EscalationProcess.KEY, escalation.caseNumber()));
        offered.put("event", escalation.event());
        offered.put("metric", escalation.metric());
        offered.put("level", level);
        var measures = Measures.of(decisions.evaluate(EscalationProcess.KEY, offered));
        rows.decided(escalation.id(), execution.getProcessInstanceId(), level, measures);
        var minutes = measures.minutes();
        EscalationProcess.BY_MAIL.set(execution, measures.byMail());
        EscalationProcess.TELL_CUSTOMER.set(execution, measures.tellCustomer() && canBeTold(file));
        EscalationProcess.FOR_MANAGER.set(execution, measures.forManager());
        EscalationProcess.AGAIN.set(execution, minutes != null);
        EscalationProcess.NEXT_LEVEL_AT.set(execution, minutes == null ? EscalationProcess.NEVER : in(minutes));
    }

    /** A text reaches him only while his window is open; that he waits longer is not worth a template that is paid for. */
    private boolean canBeTold(CaseFile file) {
        return conversation(file)
                .filter(conversation -> conversation.window().isOpenAt(clock.instant()))
                .isPresent();
    }

    private Instant in(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }

    /** The first time somebody has just found it; later it may have been answered, resolved, or gone cold. */
    private boolean stands(CaseFile file, EscalationRows.Escalation escalation) {
        if (file.closedAt() != null || file.isResolved()) {
            return false;
        }
        if (escalation.level() == 0) {
            return true;
        }
        return switch (escalation.event()) {
            case Escalations.SLA_WARNING, Escalations.SLA_BREACHED -> isLate(escalation);
            case Escalations.SENTIMENT ->
                conversation(file).filter(Conversation::awaitsAnswer).isPresent();
            default -> true;
        };
    }

    private Optional<Conversation> conversation(CaseFile file) {
        return Optional.ofNullable(file.conversation()).flatMap(conversations::find);
    }

    private boolean isLate(EscalationRows.Escalation escalation) {
        return serviceLevels.of(List.of(escalation.caseNumber())).stream()
                .filter(ClockView::isOpen)
                .anyMatch(clock -> clock.metric().equals(escalation.metric()) && LATE.contains(clock.state()));
    }
}
