package app.novelo.engine;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts, moves and asks process instances. Everything that moves one is called within {@link Turns}. */
public interface Processes {

    /**
     * Starts the newest version of the process whose start event catches {@code message}.
     *
     * @return the new instance's id
     * @throws ProcessUnavailable if no deployed process starts with this message
     */
    String startByMessage(String message, String businessKey, Var.Value... variables);

    /**
     * @return the new instance's id
     * @throws ProcessUnavailable if no process of this key is deployed
     */
    String startByKey(String processKey, String businessKey, Var.Value... variables);

    /**
     * Delivers {@code message} to every place of the instance that waits for it.
     *
     * @return false if nothing waited; nothing has happened then
     */
    boolean nudge(String processInstanceId, String message, Var.Value... variables);

    /**
     * Delivers {@code message} to every process that the instance has called, directly or through others, and that waits
     * for it.
     *
     * @return false if none waited
     */
    boolean nudgeCalled(String processInstanceId, String message);

    /**
     * One look instead of several that nudge nobody.
     *
     * @return the messages that are waited for by it, by all that it has called, directly or through others, and by what
     *     has called it
     */
    Set<String> awaited(String processInstanceId);

    boolean isRunning(@Nullable String processInstanceId);

    /** Moves the only timer of the instance. */
    void moveTimer(String processInstanceId, Instant dueAt);

    /** Moves the timer at that element; does nothing where none waits. */
    void moveTimer(String processInstanceId, String element, Instant dueAt);

    /** Sets variables of the whole instance. */
    void set(String processInstanceId, Var.Value... variables);

    /** Ends the instance from outside, leaving {@code reason} in its history. */
    void cancel(String processInstanceId, String reason);
}
