package app.novelo.lead.internal;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.ToldMoment;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_planNextStep} in {@code processes/lead/lead.bpmn}. */
@Component
class PlanNextStepDelegate implements JavaDelegate {

    private final LeadRest rest;
    private final CaseActs acts;
    private final Clock clock;
    private final ZoneId zone;

    PlanNextStepDelegate(LeadRest rest, CaseActs acts, Clock clock, NoveloSettings settings) {
        this.rest = rest;
        this.acts = acts;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var told = ToldMoment.ahead(LeadProcess.NEXT_STEP_ON.find(execution), clock.instant(), zone);
        var at = rest.planned(number, told.orElse(null));
        execution.removeVariable(LeadProcess.NEXT_STEP_ON.name());
        var what = LeadProcess.NEXT_STEP.find(execution);
        if (what != null) {
            acts.note(number, Act.rule("nextStep"), Map.of("what", what, "at", at.toString()));
        }
        LeadProcess.LOOK_AGAIN_AT.set(execution, at);
    }
}
