package app.novelo.engine.internal;

import app.novelo.engine.HandOver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands external tasks over to their queues, many a transaction. A task that its queue cannot take (a text that does not
 * exist, say) becomes an incident of its own and holds up no other.
 */
@Component
class HandOvers {

    private static final Logger LOG = LoggerFactory.getLogger(HandOvers.class);
    private static final int BATCH = 20;
    private static final String WORKER = "novelo-hand-over";

    /** A handed-over task belongs to its queue until it is settled; no lock time is long enough for that. */
    private static final long UNTIL_SETTLED_MILLIS = Duration.ofDays(3_650).toMillis();

    /** While it is tried alone, which takes milliseconds; whoever dies over it is followed after this. */
    private static final long ALONE_MILLIS = Duration.ofSeconds(15).toMillis();

    private final ExternalTaskService tasks;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final Map<String, HandOver> queues = new HashMap<>();

    HandOvers(
            ExternalTaskService tasks,
            RuntimeService runtime,
            PlatformTransactionManager transactions,
            List<HandOver> queues) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.transaction = new TransactionTemplate(transactions);
        queues.forEach(queue -> this.queues.put(queue.topic(), queue));
    }

    /** @return true if there may be more */
    boolean handOver() {
        if (queues.isEmpty()) {
            return false;
        }
        try {
            return together();
        } catch (RuntimeException e) {
            LOG.debug("a hand-over failed; each task is tried alone", e);
            return singly();
        }
    }

    private boolean together() {
        var taken = transaction.execute(status -> {
            var locked = lock(BATCH, UNTIL_SETTLED_MILLIS);
            locked.forEach(this::take);
            return locked.size();
        });
        return taken != null && taken == BATCH;
    }

    private boolean singly() {
        for (int i = 0; i < BATCH; i++) {
            var locked = Objects.requireNonNull(transaction.execute(status -> lock(1, ALONE_MILLIS)));
            if (locked.isEmpty()) {
                return false;
            }
            takeOrFail(locked.get(0));
        }
        return true;
    }

    private void takeOrFail(LockedExternalTask task) {
        try {
            transaction.executeWithoutResult(status -> {
                tasks.extendLock(task.getId(), WORKER, UNTIL_SETTLED_MILLIS);
                take(task);
            });
        } catch (RuntimeException e) {
            if (!Collision.isIn(e)) {
                LOG.warn("external task {} of {} cannot be taken", task.getId(), task.getTopicName(), e);
                transaction.executeWithoutResult(
                        status -> tasks.handleFailure(task.getId(), WORKER, String.valueOf(e.getMessage()), 0, 0L));
            }
        }
    }

    private void take(LockedExternalTask task) {
        Objects.requireNonNull(queues.get(task.getTopicName())).take(RemoteTaskLoop.remoteTask(task, runtime));
    }

    private List<LockedExternalTask> lock(int most, long millis) {
        var fetch = tasks.fetchAndLock(most, WORKER);
        for (var topic : queues.keySet()) {
            fetch = fetch.topic(topic, millis)
                    .variables(RemoteTaskLoop.CONVERSATION)
                    .includeExtensionProperties();
        }
        return fetch.execute();
    }
}
