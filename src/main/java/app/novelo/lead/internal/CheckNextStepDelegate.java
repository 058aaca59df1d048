package app.novelo.lead.internal;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_checkNextStep} in {@code processes/lead/lead.bpmn}. */
@Component
class CheckNextStepDelegate implements JavaDelegate {

    private final LeadRest rest;

    CheckNextStepDelegate(LeadRest rest) {
        this.rest = rest;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        int days = IdleLimits.days(LeadProcess.IDLE_DAYS.find(execution));
        var look = rest.look(number, Duration.ofDays(days));
        LeadProcess.RESTS.set(execution, look.rests());
        LeadProcess.LOOK_AGAIN_AT.set(execution, look.againAt());
    }
}
