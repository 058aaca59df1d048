package app.novelo.channel;

import java.util.List;

/** Reads a raw delivery of its channel into elements. Pure: no database, no clock. */
public interface Splitter {

    /** Says whether this adapter reads deliveries of that door. */
    boolean reads(String app);

    /** Never throws: what cannot be read becomes an {@link Unreadable}, and its siblings go on. */
    List<Element> split(byte[] body);

    /**
     * Reads the payload of one {@link Message} again.
     *
     * @throws IllegalArgumentException if it cannot be understood
     */
    InboundMessage message(Line line, String payload);

    /** @throws IllegalArgumentException if it cannot be understood */
    Past past(Line line, String payload);

    /** @throws IllegalArgumentException if it cannot be understood */
    StatusUpdate status(String payload);

    /** One thing that a delivery tells. */
    sealed interface Element {}

    /**
     * A message of the customer, or one that the company wrote to him in the channel's own app.
     *
     * @param customer key of the customer within the line: its lane
     */
    record Message(String lineProviderId, String customer, String payload) implements Element {}

    record Status(String payload) implements Element {}

    /** A piece of what was before this program came to the line: it has time, and no lane waits for it. */
    record OfThePast(String lineProviderId, String payload) implements Element {}

    /**
     * Something about the account, or a field that nobody handles yet.
     *
     * @param account the channel's id of the business account; empty where it named none
     */
    record Notice(String account, String field, String payload) implements Element {}

    record Unreadable(String payload, String reason) implements Element {}
}
