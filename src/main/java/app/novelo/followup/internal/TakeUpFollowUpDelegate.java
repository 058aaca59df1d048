package app.novelo.followup.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.followup.internal.FollowUp.Mode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_takeUpFollowUp}: its time has come, or the customer wrote first. */
@Component
class TakeUpFollowUpDelegate implements JavaDelegate {

    private final FollowUpCourse course;
    private final Refusals refusals;
    private final DueMoments moments;
    private final FollowUpSettings settings;

    TakeUpFollowUpDelegate(FollowUpCourse course, Refusals refusals, DueMoments moments, FollowUpSettings settings) {
        this.course = course;
        this.refusals = refusals;
        this.moments = moments;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var one = course.inTurn(execution.getProcessBusinessKey());
        var mode = Mode.valueOf(FollowUpProcess.MODE.in(execution));
        var refused = mode == Mode.AUTOMATIC ? refusals.of(one) : null;
        if (refused == null) {
            course.due(one, mode);
            return;
        }
        var due = moments.in(settings.toReact(), one.queue());
        FollowUpProcess.MODE.set(execution, Mode.BY_HAND.name());
        FollowUpProcess.NOT_SENT.set(execution, refused);
        CaseProcess.DUE_AT.set(execution, due);
        course.notSent(one, refused, due);
        course.due(course.inTurn(one.number()), Mode.BY_HAND);
    }
}
