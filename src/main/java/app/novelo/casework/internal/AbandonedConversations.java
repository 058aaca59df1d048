package app.novelo.casework.internal;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.engine.ProcessObserver;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where intake ends and has neither opened a case nor closed the conversation, because somebody deleted it in Cockpit or
 * drew a way out without that step, a person gets the conversation. What ends within its very first step is noticed by
 * {@link Steering}.
 */
@Component
class AbandonedConversations implements ProcessObserver {

    private final Conversations conversations;
    private final ByHand byHand;

    AbandonedConversations(Conversations conversations, ByHand byHand) {
        this.conversations = conversations;
        this.byHand = byHand;
    }

    @Override
    public void ended(String processKey, String processInstanceId, @Nullable String businessKey) {
        if (processKey.equals(IntakeProcess.KEY)) {
            conversation(businessKey)
                    .filter(conversation -> processInstanceId.equals(conversation.processInstanceId()))
                    .filter(conversation -> conversation.caseNumber() == null && !conversation.isResolved())
                    .ifPresent(conversation -> byHand.start(conversation.id()));
        }
    }

    private Optional<Conversation> conversation(@Nullable String key) {
        try {
            return key == null ? Optional.empty() : conversations.find(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // started by somebody by hand
        }
    }
}
