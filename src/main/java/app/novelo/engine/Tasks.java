package app.novelo.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Acts on user tasks in a person's name; authority was checked by the caller. */
public interface Tasks {

    /** Gives the task to the person; does nothing if he has it. */
    void claim(String taskId, String userId);

    void unclaim(String taskId, String userId);

    /** Moves the due date that Tasklist shows; null takes it away. */
    void due(String taskId, @Nullable Instant dueAt);

    /** Completes the task in the person's name with the form's values. */
    void complete(String taskId, String userId, Var.Value... values);
}
