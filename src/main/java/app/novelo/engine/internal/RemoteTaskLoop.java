package app.novelo.engine.internal;

import app.novelo.engine.RemoteTask;
import app.novelo.engine.RemoteWorker;
import app.novelo.engine.Turns;
import app.novelo.platform.Loop;
import app.novelo.platform.Nodes;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One fetch loop per node for all topics: woken by the engine, polling every two seconds. */
@Configuration(proxyBeanMethods = false)
class RemoteTaskLoop {

    private static final Duration POLL = Duration.ofSeconds(2);

    /** Every process with a customer carries it. */
    static final String CONVERSATION = "conversationId";

    private final HandOvers handOvers;
    private final Map<String, WorkerPool> workers = new HashMap<>();

    RemoteTaskLoop(
            ExternalTaskService tasks,
            RuntimeService runtime,
            HandOvers handOvers,
            List<RemoteWorker> workers,
            Turns turns,
            Nodes nodes) {
        this.handOvers = handOvers;
        workers.forEach(
                worker -> this.workers.put(worker.topic(), new WorkerPool(worker, tasks, runtime, turns, nodes.own())));
    }

    @Bean
    Loop remoteTasks(Wakeups wakeups) {
        var loop = new Loop("remote-tasks", POLL, this::fetch);
        wakeups.listen(EngineListeners.REMOTE_TASKS, loop::wake);
        workers.values().forEach(pool -> pool.whenFree(loop::wake));
        return loop;
    }

    private boolean fetch() {
        boolean more = handOvers.handOver();
        for (var pool : workers.values()) {
            more |= pool.fetch();
        }
        return more;
    }

    private static @Nullable String conversation(LockedExternalTask task) {
        return text(task.getVariables().get(CONVERSATION));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static RemoteTask remoteTask(LockedExternalTask task, RuntimeService runtime) {
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
                Map.copyOf(task.getExtensionProperties()),
                name -> text(runtime.getVariable(task.getExecutionId(), name)));
    }
}
