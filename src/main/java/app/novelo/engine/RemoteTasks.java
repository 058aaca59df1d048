package app.novelo.engine;

/**
 * Settles external tasks that were handed over. A task that is gone meanwhile is no error: its process moved on. A task of
 * a suspended process keeps its outcome and is settled once the process is activated again.
 */
public interface RemoteTasks {

    boolean exists(String taskId);

    /** @return false if the task was gone */
    boolean complete(String taskId);

    /** @return false if the task was gone */
    boolean businessOutcome(String taskId, String code, String reason);

    /** Makes an incident of it, which Cockpit shows and retries; false if the task was gone. */
    boolean incident(String taskId, String reason);
}
