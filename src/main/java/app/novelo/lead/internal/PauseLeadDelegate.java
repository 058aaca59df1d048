package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_pauseLead} in {@code processes/lead/lead.bpmn}. Whoever waits for an answer has written or called. */
@Component
class PauseLeadDelegate implements JavaDelegate {

    private final LeadService leads;

    PauseLeadDelegate(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        if (leads.required(number).stage() == Stage.NEW) {
            leads.reach(number, Stage.CONTACTED, "contacted");
            LeadProcess.STAGE.set(execution, Stage.CONTACTED.id());
        }
        leads.waits(number, String.valueOf(LeadProcess.OUTCOME.find(execution)));
        var attempt = LeadProcess.ATTEMPT.find(execution);
        LeadProcess.ATTEMPT.set(execution, attempt == null ? 2 : attempt + 1);
    }
}
