package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_closeHelped} in {@code processes/casework/intake.bpmn}. The process that helped may come here by a timer
 * or a worker, so the conversation's turn is waited for inside the open transaction; what he has written meanwhile is driven
 * next.
 */
@Component
class CloseHelpedDelegate implements JavaDelegate {

    private final Conversations conversations;
    private final Turns turns;
    private final Clock clock;

    CloseHelpedDelegate(Conversations conversations, Turns turns, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var conversation = CaseProcess.CONVERSATION.in(execution);
        turns.join(Turn.ofConversation(conversation));
        conversations.resolve(UUID.fromString(conversation), clock.instant());
    }
}
