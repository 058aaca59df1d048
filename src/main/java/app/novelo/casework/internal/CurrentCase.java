package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.conversation.ConversationState;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Speaker;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns a conversation from one of its open cases to another. Called within its turn. */
@Component
class CurrentCase {

    private final OpenCases cases;
    private final WorkItems work;
    private final Conversations conversations;
    private final Clock clock;

    CurrentCase(OpenCases cases, WorkItems work, Conversations conversations, Clock clock) {
        this.cases = cases;
        this.work = work;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** The conversation is about this case from now on. */
    void turnTo(CaseFile file) {
        var id = Objects.requireNonNull(file.conversation());
        conversations.turnTo(id, file.number(), file.processInstanceId(), file.queue(), file.owner());
        if (file.intent() != null) {
            conversations.means(id, file.intent());
        }
        stand(id, file);
        cases.note(id);
    }

    /** Whoever works on the case has the word, else its process; a case that rests or waits shows it. */
    private void stand(UUID id, CaseFile file) {
        if (file.isResolved()) {
            conversations.rest(id, clock.instant());
            return;
        }
        conversations.goesOn(id);
        if (file.isWaiting()) {
            conversations.waits(
                    id,
                    file.state().equals(CaseFile.WAITING_CUSTOMER)
                            ? ConversationState.WAITING_CUSTOMER
                            : ConversationState.SNOOZED);
        }
        var agent = work.openOf(file.number()).stream()
                .map(WorkItems.OpenTask::assignee)
                .filter(Objects::nonNull)
                .findFirst();
        conversations.giveWord(id, agent.isPresent() ? Speaker.AGENT : Speaker.PROCESS, agent.orElse(null));
    }
}
