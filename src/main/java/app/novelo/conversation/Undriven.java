package app.novelo.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Conversations with messages that no process has taken yet. Times here are technical. */
public interface Undriven {

    /** @return conversations that are due to be driven, the longest waiting first */
    List<UUID> due(int limit);

    /** @return how long the customer has been quiet and how long the oldest message waits; zero if nothing waits */
    Waiting waiting(UUID conversation);

    /** Looks again after {@code delay}. */
    void postpone(UUID conversation, Duration delay);

    /** Counts a failure in a transaction of its own and looks again later; returns how often it has failed. */
    int failed(UUID conversation, Duration delay);

    /** Takes the mark away unless messages are still unhandled; returns whether it did. */
    boolean settle(UUID conversation);

    /** @return conversations that failed at least {@code attempts} times */
    List<Stuck> stuck(int attempts);

    /** @param quiet since the newest message, {@code oldest} since the first that is unhandled */
    record Waiting(Duration quiet, Duration oldest) {}

    /** A conversation that no process could take. */
    record Stuck(UUID conversation, int attempts, Instant since) {}
}
