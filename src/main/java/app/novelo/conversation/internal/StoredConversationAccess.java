package app.novelo.conversation.internal;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.Conversations;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class StoredConversationAccess implements ConversationAccess {

    private final Conversations conversations;
    private final CustomersSeen seen;

    StoredConversationAccess(Conversations conversations, CustomersSeen seen) {
        this.conversations = conversations;
        this.seen = seen;
    }

    @Override
    public Conversation visible(Caller caller, UUID id) {
        return conversations
                .find(id)
                .filter(found -> isVisible(caller, found))
                .orElseThrow(() -> new NotFound("conversation " + id));
    }

    @Override
    public boolean isVisible(Caller caller, Conversation conversation) {
        return caller.isManager()
                || caller.isIn(conversation.queue())
                || caller.id().equals(conversation.owner())
                || caller.id().equals(conversation.speakerId())
                || conversation.others().queues().stream().anyMatch(caller::isIn)
                || conversation.others().owners().contains(caller.id())
                || conversation.imported()
                        && seen.conversations(caller, conversation.customer()).contains(conversation.id());
    }
}
