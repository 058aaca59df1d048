package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * {@code serviceTask_closeByHand} in {@code by-hand}. A case that could not be driven stays the conversation's case: it is
 * followed again.
 */
@Component
class CloseByHandDelegate implements JavaDelegate {

    private final Conversations conversations;
    private final CaseRows cases;
    private final Clock clock;

    CloseByHandDelegate(Conversations conversations, CaseRows cases, Clock clock) {
        this.conversations = conversations;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(CaseProcess.CONVERSATION.in(execution));
        var number = conversations.required(id).caseNumber();
        var open = number == null
                ? null
                : cases.find(number).filter(file -> file.closedAt() == null).orElse(null);
        if (open == null) {
            conversations.resolve(id, clock.instant());
        } else {
            conversations.follow(id, open.processInstanceId());
        }
    }
}
