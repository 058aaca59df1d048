package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteReplyByHand} in {@code by-hand}: the person who handles the conversation sees the new messages. */
@Component
class NoteReplyByHandDelegate implements JavaDelegate {

    private final Conversations conversations;

    NoteReplyByHandDelegate(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        conversations.markHandled(UUID.fromString(CaseProcess.CONVERSATION.in(execution)), null);
    }
}
