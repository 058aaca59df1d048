package app.novelo.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who works here and who is there now. Read from memory: at most ten seconds old. */
public interface Staffing {

    /** Wakes whoever gives out work: somebody may have become free. */
    String CHANGED = "desk.staff";

    /** @return whether his calendar is open, he is not absent, and he has not left */
    boolean isOnShift(String agent);

    /** @return whether he is on shift and online or busy */
    boolean isPresent(String agent);

    /** @return whether somebody who is in the queue is on shift */
    boolean anybodyOnShift(String queue);

    /** @return since when he has been away, off or absent; empty while he is there, and for who never said that he is */
    Optional<Instant> awaySince(String agent);

    /** @return ids of those who are away */
    Set<String> away();

    /** @return who stands in for him while he is absent, if that one is not absent himself */
    Optional<String> substitute(String agent);

    /** @return whether there is such an agent, and he has not left */
    boolean isAgent(String id);

    boolean isIn(String agent, String queue);
}
