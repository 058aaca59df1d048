package app.novelo.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a process needs that writes to a customer first. What was imported of former days is none of it. */
public interface Outreach {

    /** @return where he wrote last, on whichever line; empty if he never did */
    Optional<Silence> lastHeard(UUID customer);

    /** @return the conversation with him that was active last, over or not */
    Optional<Conversation> latest(UUID customer);

    /** @return the conversation with him on that line that is not over */
    Optional<Conversation> open(UUID customer, UUID line);

    /**
     * Finds the conversation that is not over, or begins one that waits for his answer: whatever he answers begins as
     * anything that a customer writes. Waits for the turn; called inside a transaction.
     *
     * @param process key of the process that begins it
     */
    UUID begin(UUID customer, UUID line, String process);

    /**
     * Customers whose last word, on whichever line, lies behind the first and not behind {@code until}, and with whom no conversation
     * is open.
     *
     * @param behind where the portion before has ended
     * @return how far was read, and who of them is silent
     */
    Portion silent(Silence behind, Instant until, int limit);

    /**
     * @param looked how many were looked at, silent or not
     * @param end where the next portion begins
     */
    record Portion(List<Silence> silent, int looked, Silence end) {}
}
