package app.novelo.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has said about being written to for a purpose, and how that can be proved. The newest of a purpose counts.
 *
 * @param proof where it can be looked up: the id of a message, an address, a file's name, the words of a form
 * @param at business time at which he said it
 * @param line over which he said it; it counts for all lines of the company
 * @param by user who wrote it down; null if no person did
 */
public record Consent(
        Purpose purpose,
        State state,
        Source source,
        @Nullable String proof,
        Instant at,
        @Nullable UUID line,
        @Nullable String by) {

    /** Nothing said is no consent: there is no row then. */
    public enum State {
        GRANTED,
        WITHDRAWN
    }

    /** How it reached us. */
    public enum Source {
        API,
        IMPORT,
        /** An agent was told so. */
        AGENT,
        /** A form of a web page or a shop. */
        FORM,
        /** He wrote it. */
        KEYWORD,
        /** He set it in his app. */
        PREFERENCES,
        /** The channel refused a message for it. */
        CHANNEL
    }
}
