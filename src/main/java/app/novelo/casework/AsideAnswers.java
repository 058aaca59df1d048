package app.novelo.casework;

import app.novelo.ai.Understanding;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Unhandled;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who asks customers something beside their cases. What he takes as an answer neither opens a case nor moves one;
 * all else goes its usual way.
 */
public interface AsideAnswers {

    /**
     * Asked in the conversation's turn before its messages go to anybody, of every message: looks nothing up unless
     * a message may be for him.
     *
     * @param understanding of all of them together
     * @return ids of those that are answers to him and nothing else
     */
    Set<UUID> take(Conversation conversation, Understanding understanding, List<Unhandled> messages);
}
