package app.novelo.casework.internal;

import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** An answer ends the clocks that count until a response. */
@Component
class AnswersCount implements AnswerObserver {

    private final ServiceLevels serviceLevels;

    AnswersCount(ServiceLevels serviceLevels) {
        this.serviceLevels = serviceLevels;
    }

    @Override
    public void answered(Conversation conversation, Author author, Instant at) {
        if (conversation.caseNumber() != null) {
            serviceLevels.answered(conversation.caseNumber(), "answered by " + author.type(), at);
        }
    }
}
