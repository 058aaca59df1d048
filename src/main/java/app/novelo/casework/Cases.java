package app.novelo.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    String open(String kind, UUID conversation, @Nullable String triageQueue);

    /** The first step of every case's process: row and token come into being together. */
    void register(CaseFile file);

    void queued(String number, String queue, String priority);

    void close(String number, Instant at);

    Optional<CaseFile> find(String number);

    Map<String, CaseFile> find(Collection<String> numbers);
}
