package app.novelo.casework.internal;

import app.novelo.ai.Intent;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_takeAnswer} in {@code processes/casework/intake.bpmn}. What he wrote instead of choosing was understood
 * when it came; that nothing of the list fits tells as little as before.
 */
@Component
class TakeAnswerDelegate implements JavaDelegate {

    private final Conversations conversations;

    TakeAnswerDelegate(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = IntakeProcess.ASKED.find(execution);
        IntakeProcess.ASKED.set(execution, asked == null ? 1 : asked + 1);
        Optional.ofNullable(AskCustomerProcess.ANSWER_CHOICE.find(execution))
                .flatMap(Intent::of)
                .filter(intent -> intent != Intent.OTHER)
                .ifPresent(intent ->
                        conversations.chosen(UUID.fromString(CaseProcess.CONVERSATION.in(execution)), intent.id()));
    }
}
