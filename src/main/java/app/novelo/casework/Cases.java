package app.novelo.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cases of all kinds. What changes one is called within its turn. */
public interface Cases {

    /**
     * Starts the process of a new case in the open transaction; its first step calls {@link #register}.
     *
     * @param triageQueue the queue that triage asks for, or null
     * @return the case's number
     * @throws IllegalArgumentException if no module knows the kind
     * @throws app.novelo.engine.ProcessUnavailable if no deployed process starts with {@code <kind>.requested}
     */
    default String open(String kind, UUID conversation, @Nullable String triageQueue) {
        return open(kind, conversation, triageQueue, number -> {});
    }

    /**
     * As {@link #open(String, UUID, String)}, for a kind that keeps what it knows before its process begins.
     *
     * @param named called with the number just before the process starts
     */
    String open(String kind, UUID conversation, @Nullable String triageQueue, Consumer<String> named);

    /**
     * As {@link #open(String, UUID, String, Consumer)}, beside the open case that the conversation is about, which stays its
     * current one. Where there is none, the new one is the current.
     */
    String openBeside(String kind, UUID conversation, @Nullable String triageQueue, Consumer<String> named);

    /** The first step of every case's process: row and token come into being together. */
    void register(CaseFile file);

    void queued(String number, String queue, String priority);

    void close(String number, Instant at);

    /** @return customers of whose cases one was closed after that moment, whoever was served last first */
    List<UUID> customersServedSince(Instant moment, int most);

    /** When it is due, for a kind without clocks; null = nothing is. Its open tasks are due then, too. */
    void due(String number, @Nullable Instant dueAt);

    Optional<CaseFile> find(String number);

    /** @return whether something of the customer is being worked on, or waits, that his messages may go to */
    boolean anyOpen(UUID customer);

    Map<String, CaseFile> find(Collection<String> numbers);
}
