package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_nurtureLead} in {@code processes/lead/lead.bpmn}. */
@Component
class NurtureLeadDelegate implements JavaDelegate {

    private final LeadService leads;
    private final LeadMoments moments;

    NurtureLeadDelegate(LeadService leads, LeadMoments moments) {
        this.leads = leads;
        this.moments = moments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var until = moments.later(LeadProcess.PUT_OFF_UNTIL.find(execution));
        execution.removeVariable(LeadProcess.PUT_OFF_UNTIL.name());
        leads.putOff(execution.getProcessBusinessKey(), until);
        LeadProcess.STAGE.set(execution, Stage.NURTURING.id());
        LeadProcess.NURTURE_UNTIL.set(execution, until);
    }
}
