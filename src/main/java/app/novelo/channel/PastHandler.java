package app.novelo.channel;

/** Takes what was before. Implemented above, by whoever keeps conversations. */
public interface PastHandler {

    /**
     * Stores in the open transaction what is not known yet.
     *
     * @throws NotYet if something else has to be known first
     */
    void store(Past past);
}
