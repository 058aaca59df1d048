package app.novelo.casework.internal;

import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversations;
import app.novelo.engine.DecisionFacts;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** {@code serviceTask_noteReply} in every kind of case: its messages belong to the case, and a response is awaited. */
@Component
class NoteReplyDelegate implements JavaDelegate {

    private final Conversations conversations;
    private final ServiceLevels serviceLevels;
    private final DecisionFacts facts;
    private final Clock clock;

    NoteReplyDelegate(Conversations conversations, ServiceLevels serviceLevels, DecisionFacts facts, Clock clock) {
        this.conversations = conversations;
        this.serviceLevels = serviceLevels;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        conversations.markHandled(UUID.fromString(CaseProcess.CONVERSATION.in(execution)), number);
        serviceLevels.customerWrote(number, () -> facts.of("", number), clock.instant());
    }
}
