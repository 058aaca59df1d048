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

    OpenCaseDelegate(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var kind = IntakeProcess.KIND.find(execution);
        cases.open(
                kind == null ? WHEN_TRIAGE_NAMES_NONE : kind,
                UUID.fromString(CaseProcess.CONVERSATION.in(execution)),
                CaseProcess.TRIAGE_QUEUE.find(execution));
    }
}
