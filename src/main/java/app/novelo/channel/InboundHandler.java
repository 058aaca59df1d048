package app.novelo.channel;

import java.util.UUID;

/** Takes what came in. Implemented above, by whoever keeps conversations. */
public interface InboundHandler {

    /**
     * Stores the message in the open transaction; a second delivery of it changes nothing.
     *
     * @return the conversation that now has something to handle
     * @throws NotYet if something else has to be known first
     */
    UUID store(InboundMessage message);

    /** Called after the commit, outside any transaction, on the same thread. */
    void stored(UUID conversation);
}
