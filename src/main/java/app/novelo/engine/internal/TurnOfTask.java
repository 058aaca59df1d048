package app.novelo.engine.internal;

import app.novelo.engine.TaskTurns;
import app.novelo.engine.Turns;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings Tasklist's own buttons into the turn of their conversation: an agent who completes a task in the second in which
 * the customer writes neither collides nor loses.
 */
@Component
class TurnOfTask {

    private final ObjectProvider<Turns> turns;
    private final ObjectProvider<TaskTurns> tasks;

    /** Both need the engine, which is configured with this. */
    TurnOfTask(ObjectProvider<Turns> turns, ObjectProvider<TaskTurns> tasks) {
        this.turns = turns;
        this.tasks = tasks;
    }

    /** Our own code is in its turn already, with a transaction of its own. */
    <T> T take(String taskId, Supplier<T> work) {
        var known = tasks.getIfAvailable();
        if (known == null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        return known.of(taskId)
                .map(turn -> turns.getObject().inTurn(turn, work))
                .orElseGet(work);
    }

    void take(String taskId, Runnable work) {
        take(taskId, () -> {
            work.run();
            return true;
        });
    }
}
