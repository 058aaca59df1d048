package app.novelo.lead.internal;

import app.novelo.casework.ToldMoment;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code serviceTask_nurtureLead} in {@code processes/lead/lead.bpmn}. */
@Component
class NurtureLeadDelegate implements JavaDelegate {

    /** Where nobody says when. */
    private static final Period A_MONTH = Period.ofMonths(1);

    private final LeadService leads;
    private final Clock clock;
    private final ZoneId zone;

    NurtureLeadDelegate(LeadService leads, Clock clock, NoveloSettings settings) {
        this.leads = leads;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    @Override
    public void execute(DelegateExecution execution) {
        var until = until(LeadProcess.PUT_OFF_UNTIL.find(execution));
        execution.removeVariable(LeadProcess.PUT_OFF_UNTIL.name());
        leads.putOff(execution.getProcessBusinessKey(), until);
        LeadProcess.STAGE.set(execution, Stage.NURTURING.id());
        LeadProcess.NURTURE_UNTIL.set(execution, until);
    }

    private Instant until(@Nullable String told) {
        var now = clock.instant();
        return ToldMoment.ahead(told, now, zone)
                .orElseGet(
                        () -> ToldMoment.morning(LocalDate.ofInstant(now, zone).plus(A_MONTH), zone));
    }
}
