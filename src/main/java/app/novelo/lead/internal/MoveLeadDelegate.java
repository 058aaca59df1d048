package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_moveLead} in {@code processes/lead/lead.bpmn}. The stage comes with the message. */
@Component
class MoveLeadDelegate implements JavaDelegate {

    private final LeadService leads;

    MoveLeadDelegate(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Stage.of(LeadProcess.STAGE.find(execution))
                .filter(Stage::isBeforeOpportunity)
                .ifPresent(stage -> leads.reach(execution.getProcessBusinessKey(), stage, "byHand"));
    }
}
