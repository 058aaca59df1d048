package app.novelo.followup.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_settleFollowUp}: it is over, and the case that it serves is told. */
@Component
class SettleFollowUpDelegate implements JavaDelegate {

    private final FollowUpCourse course;

    SettleFollowUpDelegate(FollowUpCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var one = course.inTurn(execution.getProcessBusinessKey());
        var outcome = FollowUpProcess.OUTCOME.find(execution);
        if (outcome == null || outcome.equals(FollowUpProcess.UNDECIDED)) {
            FollowUpProcess.OUTCOME.set(execution, FollowUpProcess.SENT);
        }
        course.settle(one, FollowUpProcess.OUTCOME.in(execution), FollowUpProcess.CANCEL_REASON.find(execution));
    }
}
