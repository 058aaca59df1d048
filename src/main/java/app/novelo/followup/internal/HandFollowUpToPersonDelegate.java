package app.novelo.followup.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.followup.internal.FollowUp.Mode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_handFollowUpToPerson}: it could not be sent, and is not lost. */
@Component
class HandFollowUpToPersonDelegate implements JavaDelegate {

    private static final String UNKNOWN = "conversation.notSent";

    private final FollowUpCourse course;
    private final DueMoments moments;
    private final FollowUpSettings settings;

    HandFollowUpToPersonDelegate(FollowUpCourse course, DueMoments moments, FollowUpSettings settings) {
        this.course = course;
        this.moments = moments;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var one = course.inTurn(execution.getProcessBusinessKey());
        var why = FollowUpProcess.NOT_SENT.find(execution);
        var due = moments.in(settings.toReact(), one.queue());
        FollowUpProcess.MODE.set(execution, Mode.BY_HAND.name());
        CaseProcess.DUE_AT.set(execution, due);
        course.notSent(one, why == null ? UNKNOWN : why, due);
    }
}
