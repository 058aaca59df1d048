package app.novelo.lead.internal;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteAnswer} in {@code processes/lead/qualify-lead.bpmn}. */
@Component
class NoteAnswerDelegate implements JavaDelegate {

    private final Qualification qualification;

    NoteAnswerDelegate(Qualification qualification) {
        this.qualification = qualification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        qualification.answered(
                execution.getProcessBusinessKey(),
                LeadProcess.QUESTION.in(execution),
                LeadProcess.ANSWER_CHOICE.in(execution),
                UUID.fromString(LeadProcess.ANSWER_MESSAGE.in(execution)));
    }
}
