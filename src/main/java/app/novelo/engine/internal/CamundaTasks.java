package app.novelo.engine.internal;

import app.novelo.engine.Tasks;
import app.novelo.engine.Var;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs commands under the person's id, for the operation log; our own API has checked his authority before. */
@Component
class CamundaTasks implements Tasks {

    private final TaskService tasks;
    private final InPersonsName persons;

    CamundaTasks(TaskService tasks, InPersonsName persons) {
        this.tasks = tasks;
        this.persons = persons;
    }

    @Override
    public void claim(String taskId, String userId) {
        persons.run(userId, () -> tasks.setAssignee(taskId, userId));
    }

    @Override
    public void unclaim(String taskId, String userId) {
        persons.run(userId, () -> tasks.setAssignee(taskId, null));
    }

    @Override
    public void due(String taskId, @Nullable Instant dueAt) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task != null) {
            task.setDueDate(dueAt == null ? null : Date.from(dueAt));
            tasks.saveTask(task);
        }
    }

    @Override
    public void complete(String taskId, String userId, Var.Value... values) {
        persons.run(userId, () -> tasks.complete(taskId, CamundaProcesses.map(values)));
    }
}
