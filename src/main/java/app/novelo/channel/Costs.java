package app.novelo.channel;

import java.time.Instant;
import java.util.List;

/** What our messages cost. */
public interface Costs {

    /**
     * From memory: neither the database nor the network is asked.
     *
     * @param at the channel's time of its word about the price
     */
    Cost of(Charge charge, Instant at);

    /**
     * Counts messages with the caller's transaction, just before it commits. Each message is to be counted once, and the
     * caller has told of them by an event.
     */
    void count(List<Cost> costs);
}
