package app.novelo.engine.internal;

import app.novelo.engine.RemoteTasks;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks before it settles: an engine exception inside a transaction would doom the caller's rows as well. */
@Component
class CamundaRemoteTasks implements RemoteTasks {

    private final ExternalTaskService tasks;
    private final HeldOutcomes held;

    CamundaRemoteTasks(ExternalTaskService tasks, HeldOutcomes held) {
        this.tasks = tasks;
        this.held = held;
    }

    @Override
    public boolean exists(String taskId) {
        return find(taskId) != null;
    }

    @Override
    public boolean complete(String taskId) {
        return settle(taskId, TaskOutcome.completed());
    }

    @Override
    public boolean businessOutcome(String taskId, String code, String reason) {
        return settle(taskId, TaskOutcome.business(code, reason));
    }

    @Override
    public boolean incident(String taskId, String reason) {
        return settle(taskId, TaskOutcome.failed(reason));
    }

    private boolean settle(String taskId, TaskOutcome outcome) {
        var task = find(taskId);
        if (task == null) {
            return false;
        }
        if (task.isSuspended()) {
            held.hold(task, outcome);
        } else {
            outcome.tell(tasks, task);
        }
        return true;
    }

    private @Nullable ExternalTask find(String taskId) {
        return tasks.createExternalTaskQuery().externalTaskId(taskId).singleResult();
    }
}
