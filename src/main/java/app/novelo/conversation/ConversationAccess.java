package app.novelo.conversation;

import app.novelo.platform.Caller;
import java.util.UUID;

/** Who may see a conversation: managers all; an agent those of his queues, his own, and those in which he has the word. */
public interface ConversationAccess {

    /** @throws app.novelo.platform.NotFound if it does not exist or the caller may not see it */
    Conversation visible(Caller caller, UUID id);

    boolean isVisible(Caller caller, Conversation conversation);
}
