package app.novelo.lead.internal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_chooseQuestion} in {@code processes/lead/qualify-lead.bpmn}. */
@Component
class ChooseQuestionDelegate implements JavaDelegate {

    private final Qualification qualification;

    ChooseQuestionDelegate(Qualification qualification) {
        this.qualification = qualification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = qualification.next(execution.getProcessBusinessKey());
        LeadProcess.ASK_NEXT.set(execution, next.isPresent());
        next.ifPresent(criterion -> {
            LeadProcess.QUESTION.set(execution, criterion.question());
            LeadProcess.ANSWERS.setOrClear(execution, criterion.answers());
        });
    }
}
