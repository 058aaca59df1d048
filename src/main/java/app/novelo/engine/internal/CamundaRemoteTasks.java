package app.novelo.engine.internal;

import app.novelo.engine.RemoteTasks;
import app.novelo.engine.Var;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks before it settles: an engine exception inside a transaction would doom the caller's rows as well. */
@Component
class CamundaRemoteTasks implements RemoteTasks {

    private final ExternalTaskService tasks;

    CamundaRemoteTasks(ExternalTaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public boolean exists(String taskId) {
        return find(taskId) != null;
    }

    @Override
    public boolean complete(String taskId, Var.Value... variables) {
        var task = find(taskId);
        if (task == null) {
            return false;
        }
        tasks.complete(taskId, task.getWorkerId(), CamundaProcesses.map(variables));
        return true;
    }

    @Override
    public boolean businessOutcome(String taskId, String code, String reason) {
        var task = find(taskId);
        if (task == null) {
            return false;
        }
        tasks.handleBpmnError(taskId, task.getWorkerId(), code, reason);
        return true;
    }

    @Override
    public boolean incident(String taskId, String reason) {
        var task = find(taskId);
        if (task == null) {
            return false;
        }
        tasks.handleFailure(taskId, task.getWorkerId(), reason, 0, 0L);
        return true;
    }

    private @Nullable ExternalTask find(String taskId) {
        return tasks.createExternalTaskQuery().externalTaskId(taskId).singleResult();
    }
}
