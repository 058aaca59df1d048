package app.novelo.casework;

import app.novelo.ai.Understanding;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Unhandled;
import java.util.List;

/** Told of what a customer has said, in his conversation's turn, once it has gone to the case that has it. */
public interface CustomerWords {

    /**
     * @param conversation as it stands now
     * @param messages what was understood together
     */
    void said(Conversation conversation, Understanding understanding, List<Unhandled> messages);
}
