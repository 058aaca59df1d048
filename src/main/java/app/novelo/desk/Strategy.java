package app.novelo.desk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an agent is found for work that waits in a queue. */
public enum Strategy {
    /** The customer's own, whichever queue he is in; else the least loaded. */
    OWNER("owner"),
    /** Who has the fewest open tasks for his capacity. */
    LEAST_LOADED("leastLoaded"),
    /** Who was given none for the longest time. */
    ROUND_ROBIN("roundRobin"),
    /** Nobody: somebody takes it. */
    BY_HAND("byHand");

    private final String id;

    Strategy(String id) {
        this.id = id;
    }

    /** @return as tables and the API write it */
    @JsonValue
    public String id() {
        return id;
    }

    public static Optional<Strategy> of(@Nullable String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
