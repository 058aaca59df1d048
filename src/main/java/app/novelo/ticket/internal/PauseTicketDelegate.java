package app.novelo.ticket.internal;

import app.novelo.casework.CaseCourse;
import app.novelo.casework.CaseCourse.Wait;
import app.novelo.casework.CaseProcess;
import app.novelo.casework.Silence;
import app.novelo.casework.ToldMoment;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code serviceTask_pauseTicket}: what the ticket waits for, and until when. */
@Component
class PauseTicketDelegate implements JavaDelegate {

    /** Where the table says nothing, somebody looks at it again a day later. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final CaseCourse course;
    private final Clock clock;
    private final ZoneId zone;

    PauseTicketDelegate(CaseCourse course, NoveloSettings settings, Clock clock) {
        this.course = course;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    @Override
    public void execute(DelegateExecution execution) {
        var outcome = TicketProcess.OUTCOME.find(execution);
        course.waits(execution.getProcessBusinessKey(), wait(outcome), String.valueOf(outcome));
        Silence.WAIT_UNTIL.set(execution, until(execution));
        if (Boolean.TRUE.equals(CaseProcess.REPLIED.find(execution))) {
            goOnAtOnce(execution);
        }
        var attempts = TicketProcess.ATTEMPTS.find(execution);
        TicketProcess.ATTEMPTS.set(execution, attempts == null ? 1 : attempts + 1);
    }

    /** He answered while the reminder was on its way to him. */
    private void goOnAtOnce(DelegateExecution execution) {
        execution.removeVariable(CaseProcess.REPLIED.name());
        Silence.WAIT_UNTIL.set(execution, clock.instant());
        Silence.THEN.set(execution, TicketProcess.TASK);
    }

    private static Wait wait(@Nullable String outcome) {
        if (TicketProcess.WAITING_THIRD_PARTY.equals(outcome)) {
            return Wait.THIRD_PARTY;
        }
        return TicketProcess.SNOOZED.equals(outcome) ? Wait.SNOOZED : Wait.CUSTOMER;
    }

    /** A moment set by hand counts once; what is past by now would be no wait. */
    private Instant until(DelegateExecution execution) {
        var now = clock.instant();
        var byHand = ToldMoment.ahead(TicketProcess.LOOK_AGAIN_AT.find(execution), now, zone);
        execution.removeVariable(TicketProcess.LOOK_AGAIN_AT.name());
        return byHand.orElseGet(() -> Silence.ends(now, Silence.MINUTES.find(execution), A_DAY));
    }
}
