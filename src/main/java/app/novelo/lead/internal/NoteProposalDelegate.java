package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteProposal} in {@code processes/lead/lead.bpmn}. */
@Component
class NoteProposalDelegate implements JavaDelegate {

    private final LeadService leads;
    private final DealPrices prices;

    NoteProposalDelegate(LeadService leads, DealPrices prices) {
        this.leads = leads;
        this.prices = prices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        prices.note(
                execution.getProcessBusinessKey(),
                LeadProcess.DEAL_VALUE.find(execution),
                LeadProcess.DEAL_CURRENCY.find(execution));
        execution.removeVariable(LeadProcess.DEAL_VALUE.name());
        leads.reach(execution.getProcessBusinessKey(), Stage.PROPOSAL, "proposalSent");
        LeadProcess.STAGE.set(execution, Stage.PROPOSAL.id());
        LeadProcess.ATTEMPT.set(execution, 1);
    }
}
