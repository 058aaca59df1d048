package app.novelo.desk.internal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent while work is given out.
 *
 * @param takes whether he is online, on shift and not absent
 * @param substitute who stands in for him while he is absent
 */
record Candidate(
        AgentRow row,
        Set<String> queues,
        boolean takes,
        @Nullable String substitute,
        int load,
        @Nullable Instant givenAt) {

    String id() {
        return row.id();
    }

    boolean hasRoom() {
        return takes && load < row.capacity();
    }

    /** Of his room, how much is taken. */
    double share() {
        return (double) load / row.capacity();
    }

    /** @param at later than whatever anybody was given before */
    Candidate withOneMore(Instant at) {
        return new Candidate(row, queues, takes, substitute, load + 1, at);
    }
}
