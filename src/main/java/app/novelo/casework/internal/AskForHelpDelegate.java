package app.novelo.casework.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_askForHelp}: the agent cannot do it alone, and keeps the case. */
@Component
class AskForHelpDelegate implements JavaDelegate {

    private final Escalations escalations;

    AskForHelpDelegate(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.raise(execution.getProcessBusinessKey(), Escalations.ASKED_FOR_HELP, null);
    }
}
