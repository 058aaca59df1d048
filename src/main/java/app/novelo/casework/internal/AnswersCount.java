package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.engine.Processes;
import app.novelo.platform.BadRequest;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An answer ends the clocks that count until a response; one that never reached the customer has ended none. */
@Component
class AnswersCount implements AnswerObserver {

    private final ServiceLevels serviceLevels;
    private final CaseRows cases;
    private final CurrentCase current;
    private final Processes processes;

    AnswersCount(ServiceLevels serviceLevels, CaseRows cases, CurrentCase current, Processes processes) {
        this.serviceLevels = serviceLevels;
        this.cases = cases;
        this.current = current;
        this.processes = processes;
    }

    @Override
    public void answering(Conversation conversation, String caseNumber) {
        current.turnTo(cases.find(caseNumber)
                .filter(file -> file.closedAt() == null && conversation.id().equals(file.conversation()))
                .orElseThrow(() -> new BadRequest("case", "is no open case of this conversation")));
    }

    @Override
    public void answered(Conversation conversation, Author author, Instant at) {
        if (conversation.caseNumber() != null) {
            serviceLevels.answered(conversation.caseNumber(), "answered by " + author.type(), at);
        }
    }

    /**
     * A case that waits for his reply would wait for somebody who has heard nothing: it is work again. One that is resolved
     * owes nothing any more; the conversation shows what has failed.
     */
    @Override
    public void unanswered(Conversation conversation, Instant at) {
        Optional.ofNullable(conversation.caseNumber())
                .flatMap(cases::find)
                .filter(file -> file.closedAt() == null && !file.isResolved())
                .ifPresent(file -> unanswered(file, at));
    }

    private void unanswered(CaseFile file, Instant at) {
        serviceLevels.answerFailed(file.number(), "answer not delivered", at);
        if (file.state().equals(CaseFile.WAITING_CUSTOMER)) {
            processes.nudge(file.processInstanceId(), CaseProcess.resumed(file.kind()));
        }
    }
}
