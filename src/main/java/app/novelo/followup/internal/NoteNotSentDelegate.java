package app.novelo.followup.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteNotSent}: managers see that he was not reached, and why. */
@Component
class NoteNotSentDelegate implements JavaDelegate {

    private final ReengagementRows rows;

    NoteNotSentDelegate(ReengagementRows rows) {
        this.rows = rows;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rows.came(
                rows.required(execution.getProcessBusinessKey()).number(),
                Reengagement.NOT_SENT,
                ReengagementProcess.NOT_SENT_BECAUSE.find(execution));
    }
}
