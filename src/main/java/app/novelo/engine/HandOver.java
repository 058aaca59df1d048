package app.novelo.engine;

/**
 * Takes external tasks of a topic over into a queue of its own, in the transaction that locks them; they are settled later
 * through {@link RemoteTasks}.
 */
public interface HandOver {

    String topic();

    /** Called inside the locking transaction; an exception leaves the task where it was. */
    void take(RemoteTask task);
}
