package app.novelo.casework.internal;

import app.novelo.ai.Understanding;
import app.novelo.casework.AsideAnswers;
import app.novelo.casework.CaseFile;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationState;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Unhandled;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a customer says that is no case's business: his conversation stands afterwards as it stood before. */
@Component
class Aside {

    private final List<AsideAnswers> listeners;
    private final CaseRows cases;
    private final WorkItems work;
    private final Conversations conversations;
    private final Clock clock;

    Aside(List<AsideAnswers> listeners, CaseRows cases, WorkItems work, Conversations conversations, Clock clock) {
        this.listeners = listeners;
        this.cases = cases;
        this.work = work;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** @return those of the messages that somebody has taken who asked beside the case */
    Set<UUID> take(Conversation conversation, Understanding understanding, List<Unhandled> messages) {
        var taken = new HashSet<UUID>();
        listeners.forEach(listener -> taken.addAll(listener.take(conversation, understanding, messages)));
        if (!taken.isEmpty()) {
            conversations.take(conversation.id(), taken, conversation.caseNumber());
            settle(conversations.required(conversation.id()));
        }
        return taken;
    }

    /** A case may have been opened for the answer. */
    private void settle(Conversation now) {
        Optional.ofNullable(now.caseNumber())
                .flatMap(cases::find)
                .ifPresentOrElse(file -> leave(file, now), () -> conversations.awaitCustomer(now.id()));
    }

    /** The case rests or waits as it did before. */
    void leave(CaseFile file, Conversation conversation) {
        if (file.isResolved()) {
            conversations.rest(conversation.id(), clock.instant());
        } else if (file.isWaiting() || isPutAside(file)) {
            conversations.waits(
                    conversation.id(),
                    file.state().equals(CaseFile.WAITING_CUSTOMER)
                            ? ConversationState.WAITING_CUSTOMER
                            : ConversationState.SNOOZED);
        }
    }

    /** Until a moment that somebody has set; its clocks run on, so the case does not wait. */
    private boolean isPutAside(CaseFile file) {
        return work.openOf(file.number()).isEmpty();
    }
}
