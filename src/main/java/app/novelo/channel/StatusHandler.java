package app.novelo.channel;

import java.util.List;

/** Applies statuses in sets, in the open transaction. Implemented above. */
public interface StatusHandler {

    void apply(List<StatusUpdate> updates);

    /** @return false for a word of the channel that says nothing to us */
    boolean knows(String status);
}
