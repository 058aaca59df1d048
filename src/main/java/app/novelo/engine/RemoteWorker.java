package app.novelo.engine;

import java.time.Duration;

/**
 * Works on the external tasks of one topic, on threads of its own, outside any transaction. Returning completes the task;
 * what it throws is what happens: {@link BusinessOutcome} takes the road drawn for that error code, anything else is
 * retried with back-off and then becomes an incident.
 */
public interface RemoteWorker {

    String topic();

    /** @return the longest that one task may take; the lock lasts 30 s longer */
    Duration timeLimit();

    /** @return how many may run at once on this node */
    default int concurrency() {
        return 4;
    }

    /** @return the variables with which the task is completed */
    Var.Value[] work(RemoteTask task);
}
