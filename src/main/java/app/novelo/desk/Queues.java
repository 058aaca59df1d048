package app.novelo.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queues of this installation. */
public interface Queues {

    /** @return the queue if there is one of that id that is in use */
    Optional<Queue> find(String id);

    /** @return the queue if it exists, else {@link Queue#TRIAGE}: nothing is ever in a queue that nobody looks at */
    String existing(@Nullable String id);

    /** @return those in use, by name */
    List<Queue> all();

    /** @return whether a table may ask for this skill */
    boolean knowsSkill(String skill);
}
