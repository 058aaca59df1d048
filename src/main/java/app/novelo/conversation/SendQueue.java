package app.novelo.conversation;

import java.util.UUID;

/** The one way out, for agents, AI, processes and campaigns. */
public interface SendQueue {

    /** Stores the message and queues it, in the caller's transaction and turn. */
    UUID add(Outgoing outgoing);
}
