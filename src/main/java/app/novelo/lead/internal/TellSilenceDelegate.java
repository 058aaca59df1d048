package app.novelo.lead.internal;

import app.novelo.casework.CaseAttention;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_tellSilence} in {@code processes/lead/lead.bpmn}. */
@Component
class TellSilenceDelegate implements JavaDelegate {

    private final CaseAttention attention;

    TellSilenceDelegate(CaseAttention attention) {
        this.attention = attention;
    }

    @Override
    public void execute(DelegateExecution execution) {
        attention.needed(execution.getProcessBusinessKey(), CaseAttention.SILENCE);
    }
}
