package app.novelo.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was before this program came to a line, as the channel's own app on the company's phone remembers it. Told in pieces,
 * in any order, and perhaps again.
 */
public sealed interface Past {

    Line line();

    /**
     * Some of what the company and one person have said to each other.
     *
     * @param progress how far the channel had come with it; null if it does not say
     * @param messages in any order; an echo was written by the company. Where the channel does not tell with whom it was
     *     said, the sender names nobody: such a message only completes one that is known
     */
    record Messages(Line line, List<Said> messages, @Nullable Progress progress) implements Past {}

    /** @param percent of all that it tells */
    record Progress(int phase, int percent) {}

    /** @param status the channel's word for what became of it */
    record Said(InboundMessage message, @Nullable String status) {}

    /** How people are called in the address book of that phone. */
    record Names(Line line, List<Name> names) implements Past {}

    /**
     * @param phone digits without plus
     * @param name null: he no longer stands there
     * @param at the channel's time
     */
    record Name(String phone, @Nullable String name, Instant at) {}
}
