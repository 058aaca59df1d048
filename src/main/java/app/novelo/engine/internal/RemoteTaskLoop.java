package app.novelo.engine.internal;

import app.novelo.engine.HandOver;
import app.novelo.engine.RemoteTask;
import app.novelo.engine.RemoteWorker;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One fetch loop per node for all topics: woken by the engine, polling every two seconds. */
@Configuration(proxyBeanMethods = false)
class RemoteTaskLoop {

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int BATCH = 20;

    /** A handed-over task belongs to its queue until it is settled; no lock time is long enough for that. */
    private static final long UNTIL_SETTLED_MILLIS = Duration.ofDays(3_650).toMillis();

    /** Every process with a customer carries it. */
    static final String CONVERSATION = "conversationId";

    private static final String HAND_OVER_WORKER = "novelo-hand-over";

    private final ExternalTaskService tasks;
    private final TransactionTemplate transaction;
    private final Map<String, HandOver> handOvers = new HashMap<>();
    private final Map<String, WorkerPool> workers = new HashMap<>();

    /** Another name on every node and start: a restarted node never takes its own old locks for new ones. */
    private final String node = "novelo-" + UUID.randomUUID();

    RemoteTaskLoop(
            ExternalTaskService tasks,
            PlatformTransactionManager transactions,
            List<HandOver> handOvers,
            List<RemoteWorker> workers) {
        this.tasks = tasks;
        this.transaction = new TransactionTemplate(transactions);
        handOvers.forEach(handOver -> this.handOvers.put(handOver.topic(), handOver));
        workers.forEach(worker -> this.workers.put(worker.topic(), new WorkerPool(worker, tasks, node)));
    }

    @Bean
    Loop remoteTasks(Wakeups wakeups) {
        var loop = new Loop("remote-tasks", POLL, this::fetch);
        wakeups.listen(EngineListeners.REMOTE_TASKS, loop::wake);
        workers.values().forEach(pool -> pool.whenFree(loop::wake));
        return loop;
    }

    private boolean fetch() {
        boolean more = handOvers.isEmpty() ? false : handOver();
        for (var pool : workers.values()) {
            more |= pool.fetch();
        }
        return more;
    }

    private boolean handOver() {
        var taken = transaction.execute(status -> {
            var locked = lockForHandOver();
            locked.forEach(task ->
                    Objects.requireNonNull(handOvers.get(task.getTopicName())).take(remoteTask(task)));
            return locked.size();
        });
        return taken != null && taken == BATCH;
    }

    private List<LockedExternalTask> lockForHandOver() {
        var fetch = tasks.fetchAndLock(BATCH, HAND_OVER_WORKER);
        for (var topic : handOvers.keySet()) {
            fetch = fetch.topic(topic, UNTIL_SETTLED_MILLIS)
                    .variables(CONVERSATION)
                    .includeExtensionProperties();
        }
        return fetch.execute();
    }

    private static @Nullable String conversation(LockedExternalTask task) {
        var id = task.getVariables().get(CONVERSATION);
        return id == null ? null : id.toString();
    }

    static RemoteTask remoteTask(LockedExternalTask task) {
        return new RemoteTask(
                task.getId(),
                task.getTopicName(),
                task.getActivityId(),
                task.getProcessDefinitionKey(),
                task.getProcessInstanceId(),
                task.getActivityInstanceId(),
                task.getBusinessKey(),
                task.getRetries(),
                conversation(task),
                Map.copyOf(task.getExtensionProperties()));
    }
}
