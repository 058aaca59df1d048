package app.novelo.desk;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds agents for work that waits. */
public interface Assignment {

    /** @return the queues in which somebody may be given work now, who has room for it; read from memory */
    Set<String> openQueues();

    /**
     * Reads anew who is there and what he has. Whoever calls this keeps others from doing the same meanwhile, and lets
     * {@link Workload} know what was given before they may.
     */
    Round begin();

    /** Work is given out to people as they stand. */
    interface Round {

        /** @return who gets it; empty if it has to wait */
        Optional<Pick> pick(Need need);

        /** @return whether anybody could still be given something */
        boolean anybodyHasRoom();

        /** Writes down who was given something, so that it is somebody else's turn. */
        void end();
    }

    /**
     * Work that waits.
     *
     * @param skill that it needs, if anybody in the queue has it
     * @param language of the customer, two letters
     * @param preferred whose customer it is
     * @param notTo who has put it down or let it lie: takes it by hand, or not at all
     */
    record Need(
            String task,
            String queue,
            @Nullable String skill,
            @Nullable String language,
            Strategy strategy,
            @Nullable String preferred,
            @Nullable String notTo) {}

    /** @param why code for the timeline: {@code owner}, {@code leastLoaded}, {@code roundRobin} or {@code substitute} */
    record Pick(String task, String agent, String why) {}
}
