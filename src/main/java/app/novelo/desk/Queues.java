package app.novelo.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queues of this installation. */
public interface Queues {

    Optional<Queue> find(String id);

    /** @return the queue if it exists, else {@link Queue#TRIAGE}: nothing is ever in a queue that nobody looks at */
    String existing(@Nullable String id);

    List<Queue> all();
}
