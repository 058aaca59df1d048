package app.novelo.followup.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.followup.internal.Happenings.Cause;
import app.novelo.platform.Caller;
import app.novelo.platform.Callers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_rescheduleFollowUp}: a person has put it off. */
@Component
class RescheduleFollowUpDelegate implements JavaDelegate {

    private final FollowUpCourse course;
    private final Moments read;

    RescheduleFollowUpDelegate(FollowUpCourse course, Moments read) {
        this.course = course;
        this.read = read;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var one = course.inTurn(execution.getProcessBusinessKey());
        var due = read.ofForm(FollowUpProcess.NEW_DUE_AT.find(execution), one);
        var by = Callers.find().map(Caller::id).orElse(one.owner());
        course.reschedule(one, due, new Cause(by, FollowUpProcess.RESCHEDULE_REASON.find(execution), null));
        CaseProcess.DUE_AT.set(execution, due);
        FollowUpProcess.REMIND_AT.set(execution, course.remindAt(one.mode(), due));
        FollowUpProcess.OUTCOME.set(execution, FollowUpProcess.UNDECIDED);
        FollowUpProcess.CUSTOMER_WROTE_FIRST.set(execution, false);
        execution.removeVariable(FollowUpProcess.NEW_DUE_AT.name());
        execution.removeVariable(FollowUpProcess.RESCHEDULE_REASON.name());
    }
}
