package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.casework.Cases;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openCase} in {@code processes/casework/intake.bpmn}. */
@Component
class OpenCaseDelegate implements JavaDelegate {

    private static final String WHEN_TRIAGE_NAMES_NONE = "ticket";

    private final Cases cases;
    private final JoinedCases joined;

    OpenCaseDelegate(Cases cases, JoinedCases joined) {
        this.cases = cases;
        this.joined = joined;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var named = IntakeProcess.KIND.find(execution);
        var kind = named == null ? WHEN_TRIAGE_NAMES_NONE : named;
        var conversation = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        if (!joined.takes(kind, conversation)) {
            cases.open(kind, conversation, CaseProcess.TRIAGE_QUEUE.find(execution));
        }
    }
}
