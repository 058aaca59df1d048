package app.novelo.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Acts on user tasks in a person's name; authority was checked by the caller. */
public interface Tasks {

    /** Gives the task to the person; does nothing if he has it. */
    void claim(String taskId, String userId);

    void unclaim(String taskId, String userId);

    /**
     * Gives the task to somebody else, or to nobody.
     *
     * @param by user id of who does it; null = a rule
     */
    void assign(String taskId, @Nullable String userId, @Nullable String by);

    /** The group's members are the task's only candidates from now on, and nobody has it yet. */
    void moveTo(String taskId, String group, @Nullable String by);

    /** Moves the due date that Tasklist shows; null takes it away. */
    void due(String taskId, @Nullable Instant dueAt);

    /** Completes the task in the person's name with the form's values. */
    void complete(String taskId, String userId, Var.Value... values);
}
