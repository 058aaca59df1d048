package app.novelo.engine;

import java.util.Optional;

/** Knows in whose turn a user task is changed, so that Tasklist's own buttons never collide with the customer. */
public interface TaskTurns {

    Optional<Turn> of(String taskId);
}
