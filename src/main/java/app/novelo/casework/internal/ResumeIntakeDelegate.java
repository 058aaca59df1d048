package app.novelo.casework.internal;

import app.novelo.engine.Processes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_resumeIntake} in {@code processes/casework/intake.bpmn}: moves the step that waits for the customer, a
 * question of a process that it called first.
 * If none waits, because a language model is being asked, the messages stay unhandled and are driven again soon.
 */
@Component
class ResumeIntakeDelegate implements JavaDelegate {

    private final Processes processes;

    ResumeIntakeDelegate(Processes processes) {
        this.processes = processes;
    }

    /** Nothing may touch the execution after the nudge: intake may have ended within it. */
    @Override
    public void execute(DelegateExecution execution) {
        var intake = execution.getProcessInstanceId();
        if (!processes.nudgeCalled(intake, IntakeProcess.RESUMED)) {
            processes.nudge(intake, IntakeProcess.RESUMED);
        }
    }
}
