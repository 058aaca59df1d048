package app.novelo.followup.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteOverdue}: the promise was not kept in time; the table escalation says who is told. */
@Component
class NoteOverdueDelegate implements JavaDelegate {

    private final FollowUpCourse course;

    NoteOverdueDelegate(FollowUpCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.overdue(course.inTurn(execution.getProcessBusinessKey()));
    }
}
