package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_loseLead} in {@code processes/lead/lead.bpmn}. */
@Component
class LoseLeadDelegate implements JavaDelegate {

    private final LeadService leads;
    private final LeadOutcomes outcomes;

    LoseLeadDelegate(LeadService leads, LeadOutcomes outcomes) {
        this.leads = leads;
        this.outcomes = outcomes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var reason = LeadProcess.LOST_REASON.find(execution);
        var lead = leads.required(number);
        lead.lost(reason == null ? LostReasons.NOT_A_LEAD : reason, lead.lostTo());
        leads.over(number, Stage.LOST, "lost");
        outcomes.lost(lead);
    }
}
