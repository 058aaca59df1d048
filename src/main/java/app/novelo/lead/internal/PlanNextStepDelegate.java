package app.novelo.lead.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_planNextStep} in {@code processes/lead/lead.bpmn}. */
@Component
class PlanNextStepDelegate implements JavaDelegate {

    private final LeadRest rest;
    private final LeadMoments moments;
    private final CaseActs acts;

    PlanNextStepDelegate(LeadRest rest, LeadMoments moments, CaseActs acts) {
        this.rest = rest;
        this.moments = moments;
        this.acts = acts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var at = rest.planned(
                number, moments.find(LeadProcess.NEXT_STEP_ON.find(execution)).orElse(null));
        execution.removeVariable(LeadProcess.NEXT_STEP_ON.name());
        var what = LeadProcess.NEXT_STEP.find(execution);
        if (what != null) {
            acts.note(number, Act.rule("nextStep"), Map.of("what", what, "at", at.toString()));
        }
        LeadProcess.LOOK_AGAIN_AT.set(execution, at);
    }
}
