package app.novelo.engine.internal;

import app.novelo.engine.Tasks;
import app.novelo.engine.Var;
import org.camunda.bpm.engine.TaskService;
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
    public void complete(String taskId, String userId, Var.Value... values) {
        persons.run(userId, () -> tasks.complete(taskId, CamundaProcesses.map(values)));
    }
}
