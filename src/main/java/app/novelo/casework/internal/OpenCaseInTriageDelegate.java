package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.casework.Cases;
import app.novelo.desk.Queue;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_openCaseInTriage} in {@code processes/casework/intake.bpmn}: who only greeted is not forgotten. A timer
 * brings it here, so the conversation's turn is waited for inside the open transaction.
 */
@Component
class OpenCaseInTriageDelegate implements JavaDelegate {

    private final Cases cases;
    private final Turns turns;

    OpenCaseInTriageDelegate(Cases cases, Turns turns) {
        this.cases = cases;
        this.turns = turns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var conversation = CaseProcess.CONVERSATION.in(execution);
        turns.join(Turn.ofConversation(conversation));
        cases.open("ticket", UUID.fromString(conversation), Queue.TRIAGE);
    }
}
