package app.novelo.desk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds agents for work that waits. */
public interface Assignment {

    /** @return the queues in which somebody may be given work now, who has room for it; read from memory */
    Set<String> openQueues();

    /**
     * Chooses, in the order of the list, and reads anew who is there and what he has. Whoever calls this keeps others from
     * doing the same meanwhile, and lets {@link Workload} know before they may.
     *
     * @return a pick for each that somebody can take; the rest waits
     */
    List<Pick> choose(List<Need> needs);

    /**
     * Work that waits.
     *
     * @param skill that it needs, if anybody in the queue has it
     * @param language of the customer, two letters
     * @param preferred whose customer it is
     */
    record Need(
            String task,
            String queue,
            @Nullable String skill,
            @Nullable String language,
            Strategy strategy,
            @Nullable String preferred) {}

    /** @param why code for the timeline: {@code owner}, {@code leastLoaded}, {@code roundRobin} or {@code substitute} */
    record Pick(String task, String agent, String why) {}
}
