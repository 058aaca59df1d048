package app.novelo.channel;

/**
 * What somebody wants to send, before it has an address.
 *
 * @param kind as the message shows it, such as {@code text}, {@code image} or {@code interactive}
 * @param text its words or caption; empty where there are none
 * @param file whether a file belongs to it
 */
public record Draft(String kind, String text, Content.Sendable content, boolean file) {}
