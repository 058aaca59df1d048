package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent says. Fields as in {@link app.novelo.conversation.Outgoing}; the file of a header is the message's. */
record Said(String kind, String text, Content.Sendable content, @Nullable UUID media, @Nullable String replyTo) {

    /** An emoji on a message answers nothing: clocks run on, and the customer still waits. */
    boolean isAnswer() {
        return !(content instanceof Content.Reaction);
    }
}
