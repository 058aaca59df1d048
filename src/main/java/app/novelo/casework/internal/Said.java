package app.novelo.casework.internal;

import app.novelo.ai.Understanding;
import app.novelo.conversation.Unhandled;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer has said since the last turn, understood as one thing.
 *
 * @param messages in their order, with the words that were understood: the customer may edit them meanwhile
 * @param understanding null if he said nothing
 */
record Said(List<Unhandled> messages, @Nullable Understanding understanding) {

    static final Said NOTHING = new Said(List.of(), null);

    List<UUID> ids() {
        return messages.stream().map(Unhandled::id).toList();
    }
}
