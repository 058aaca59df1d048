package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_planNextStep} in {@code processes/lead/lead.bpmn}. */
@Component
class PlanNextStepDelegate implements JavaDelegate {

    private final LeadRest rest;
    private final LeadMoments moments;

    PlanNextStepDelegate(LeadRest rest, LeadMoments moments) {
        this.rest = rest;
        this.moments = moments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var at = rest.planned(
                number, moments.find(LeadProcess.NEXT_STEP_ON.find(execution)).orElse(null));
        execution.removeVariable(LeadProcess.NEXT_STEP_ON.name());
        LeadProcess.LOOK_AGAIN_AT.set(execution, at);
    }
}
