package app.novelo.engine;

/** No deployed process can take this; the caller falls back to people. */
public final class ProcessUnavailable extends RuntimeException {

    public ProcessUnavailable(String what, Throwable cause) {
        super("no process can be started for " + what, cause);
    }
}
