package app.novelo.followup.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.engine.Processes;
import app.novelo.followup.internal.FollowUp.Mode;
import app.novelo.followup.internal.FollowUp.State;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_noteCustomerWroteFirst}: is it still needed? What only wanted to hear from him is not; of anything else a
 * person decides.
 */
@Component
class NoteCustomerWroteFirstDelegate implements JavaDelegate {

    private final FollowUpCourse course;
    private final Processes processes;

    NoteCustomerWroteFirstDelegate(FollowUpCourse course, Processes processes) {
        this.course = course;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var one = course.inTurn(execution.getProcessBusinessKey());
        if (one.isEnded() || one.customerWroteAt() != null) {
            return;
        }
        course.customerWrote(one);
        var instance = execution.getProcessInstanceId();
        processes.set(instance, FollowUpProcess.CUSTOMER_WROTE_FIRST.of(true));
        if (one.state() == State.OPEN) {
            boolean inVain = one.isAutomatic() && one.isCadence();
            processes.set(
                    instance,
                    inVain
                            ? FollowUpProcess.OUTCOME.of(FollowUpProcess.CUSTOMER_WROTE)
                            : FollowUpProcess.MODE.of(Mode.BY_HAND.name()));
            processes.nudge(instance, CaseProcess.resumed(FollowUpProcess.KIND));
        }
    }
}
