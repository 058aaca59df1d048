package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_transferLead} in {@code processes/lead/lead.bpmn}. */
@Component
class TransferLeadDelegate implements JavaDelegate {

    private final LeadService leads;

    TransferLeadDelegate(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public void execute(DelegateExecution execution) {
        leads.transfer(execution.getProcessBusinessKey(), LeadProcess.TRANSFER_TO.find(execution));
        LeadProcess.WELCOMED.set(execution, true);
    }
}
