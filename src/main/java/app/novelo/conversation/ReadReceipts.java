package app.novelo.conversation;

import java.util.UUID;

/** Tells the customer that he has been read: by an agent who looked, by the AI when it took the message in. */
public interface ReadReceipts {

    /**
     * All that the customer wrote up to this message has been read. Told once; joins an open transaction.
     *
     * @throws app.novelo.platform.NotFound if the conversation has no such message
     */
    void readUpTo(UUID conversation, UUID message);

    /** Somebody is writing an answer: shown to the customer for a moment, at best. Implies that he has been read. */
    void typing(UUID conversation);
}
