package app.novelo.conversation;

import java.util.UUID;

/** Sets in motion what the customer's messages ask for. Implemented by whoever owns the processes. */
public interface ConversationDriver {

    /** Reads all unhandled messages and drives the engine once. Never throws: what fails is counted and tried again. */
    void drive(UUID conversation);
}
