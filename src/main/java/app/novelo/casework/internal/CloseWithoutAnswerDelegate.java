package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_closeWithoutAnswer} in {@code processes/casework/intake.bpmn}: a "thank you" needs no answer. */
@Component
class CloseWithoutAnswerDelegate implements JavaDelegate {

    private final Conversations conversations;
    private final Clock clock;

    CloseWithoutAnswerDelegate(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        conversations.resolve(UUID.fromString(CaseProcess.CONVERSATION.in(execution)), clock.instant());
    }
}
