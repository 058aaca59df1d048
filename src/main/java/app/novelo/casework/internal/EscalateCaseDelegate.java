package app.novelo.casework.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.desk.Queues;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_escalateCase}: what the table asks for, as far as it happens within the house. */
@Component
class EscalateCaseDelegate implements JavaDelegate {

    private static final Act BY_RULE = Act.rule("escalation");
    private static final List<String> PRIORITIES = List.of("LOW", "NORMAL", "HIGH", "URGENT");

    private final EscalationRows rows;
    private final CaseRows cases;
    private final CaseActs acts;
    private final Queues queues;
    private final Notices notices;

    EscalateCaseDelegate(EscalationRows rows, CaseRows cases, CaseActs acts, Queues queues, Notices notices) {
        this.rows = rows;
        this.cases = cases;
        this.acts = acts;
        this.queues = queues;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var escalation = rows.required(Long.parseLong(EscalationProcess.ESCALATION.in(execution)));
        var measures = rows.measures(escalation.id());
        var file = cases.required(escalation.caseNumber());
        notices.tell(file, escalation, measures); // before it moves: its owner is told of it
        if (measures.raise()) {
            acts.prioritise(file.number(), higher(file.priority()), BY_RULE);
        }
        if (measures.moveTo() != null && queues.find(measures.moveTo()).isPresent()) {
            acts.moveToQueue(file.number(), measures.moveTo(), BY_RULE);
        }
    }

    /** One step, as far as there is one. */
    private static String higher(String priority) {
        int now = PRIORITIES.contains(priority) ? PRIORITIES.indexOf(priority) : PRIORITIES.indexOf(CaseFile.NORMAL);
        return PRIORITIES.get(Math.min(PRIORITIES.size() - 1, now + 1));
    }
}
