package app.novelo.lead.internal;

import app.novelo.casework.CaseProcess;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_openOpportunity} in {@code processes/lead/lead.bpmn}. */
@Component
class OpenOpportunityDelegate implements JavaDelegate {

    private final LeadService leads;

    OpenOpportunityDelegate(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        leads.reach(number, Stage.OPPORTUNITY, "qualified");
        LeadProcess.STAGE.set(execution, Stage.OPPORTUNITY.id());
        CaseProcess.DUE_AT.set(execution, leads.taskIsNext(number, Optional.empty()));
    }
}
