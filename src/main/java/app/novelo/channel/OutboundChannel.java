package app.novelo.channel;

/** Sends over one kind of channel. Blocks for as long as the provider takes; never called inside a transaction. */
public interface OutboundChannel {

    String channel();

    SendOutcome send(OutboundMessage message);
}
