package app.novelo.engine;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user task has changed; the state is the one after the change.
 *
 * @param element the task's id in the model
 * @param formKey id of the Camunda Form, or null
 * @param actor who did it, or null for the engine itself
 */
public record TaskEvent(
        Type type,
        String taskId,
        String element,
        String name,
        String processKey,
        String processInstanceId,
        @Nullable String businessKey,
        String activityInstanceId,
        @Nullable String assignee,
        Set<String> candidateGroups,
        @Nullable Instant dueAt,
        @Nullable String formKey,
        @Nullable String actor) {

    /** What happened to the task. */
    public enum Type {
        CREATED,
        ASSIGNED,
        UPDATED,
        COMPLETED,
        DELETED
    }
}
