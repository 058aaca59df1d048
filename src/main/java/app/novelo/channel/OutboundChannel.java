package app.novelo.channel;

/**
 * Sends over one kind of channel. Whatever calls the provider blocks for as long as he takes, and is never called inside a
 * transaction.
 */
public interface OutboundChannel {

    String channel();

    /**
     * What the channel would refuse is refused before it is queued.
     *
     * @throws app.novelo.platform.BadRequest naming the field whose limit is broken
     */
    void check(Draft draft);

    SendOutcome send(OutboundMessage message);

    /**
     * Tells the customer that his messages up to this one have been read. May be repeated.
     *
     * @param providerId of the customer's message
     * @param typing shows him for a moment that somebody writes
     */
    SendOutcome markRead(Line line, String providerId, boolean typing);

    /** @return what the code means if it fails a message that had been accepted */
    SendOutcome.Reason meaning(int code);
}
