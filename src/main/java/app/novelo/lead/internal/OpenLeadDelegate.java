package app.novelo.lead.internal;

import app.novelo.casework.CaseProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openLead} in {@code processes/lead/lead.bpmn}. */
@Component
class OpenLeadDelegate implements JavaDelegate {

    private final LeadService leads;

    OpenLeadDelegate(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var lead = leads.open(
                execution.getProcessBusinessKey(),
                UUID.fromString(CaseProcess.CONVERSATION.in(execution)),
                execution.getProcessInstanceId());
        LeadProcess.STAGE.set(execution, lead.stage().id());
        LeadProcess.WELCOMED.set(execution, lead.isWelcomed());
        LeadProcess.ATTEMPT.set(execution, 1);
    }
}
