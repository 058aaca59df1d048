package app.novelo.desk;

import java.util.Collection;
import java.util.Map;

/** What people have to do. Implemented above, by whoever keeps the work. */
public interface Workload {

    /** @return open tasks by agent, with those that are about to be given to him; who has none is left out */
    Map<String, Integer> ofAgents(Collection<String> agents);

    /** @return by queue; one without work is left out */
    Map<String, Waiting> ofQueues();

    /**
     * @param unassigned tasks that nobody has
     * @param assigned tasks that somebody works on
     */
    record Waiting(int unassigned, int assigned) {}
}
