package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_winLead} in {@code processes/lead/lead.bpmn}. */
@Component
class WinLeadDelegate implements JavaDelegate {

    private final LeadService leads;
    private final DealPrices prices;
    private final LeadOutcomes outcomes;

    WinLeadDelegate(LeadService leads, DealPrices prices, LeadOutcomes outcomes) {
        this.leads = leads;
        this.prices = prices;
        this.outcomes = outcomes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        prices.note(
                execution.getProcessBusinessKey(),
                LeadProcess.DEAL_VALUE.find(execution),
                LeadProcess.DEAL_CURRENCY.find(execution));
        execution.removeVariable(LeadProcess.DEAL_VALUE.name());
        var number = execution.getProcessBusinessKey();
        leads.over(number, Stage.WON, "won");
        outcomes.won(leads.required(number));
    }
}
