package app.novelo.engine.internal;

import app.novelo.engine.Tasks;
import app.novelo.engine.Var;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs commands under the person's id, for the operation log; our own API has checked his authority before. */
@Component
class CamundaTasks implements Tasks {

    private final TaskService tasks;
    private final InPersonsName persons;
    private final OwnRights rights;

    CamundaTasks(TaskService tasks, InPersonsName persons, OwnRights rights) {
        this.tasks = tasks;
        this.rights = rights;
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
    public void assign(String taskId, @Nullable String userId, @Nullable String by) {
        inNameOf(by, () -> tasks.setAssignee(taskId, userId));
    }

    @Override
    public void moveTo(String taskId, String group, @Nullable String by) {
        inNameOf(by, () -> {
            tasks.setAssignee(taskId, null);
            tasks.getIdentityLinksForTask(taskId).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(candidate -> candidate != null && !candidate.equals(group))
                    .forEach(candidate -> tasks.deleteCandidateGroup(taskId, candidate));
            tasks.addCandidateGroup(taskId, group);
        });
    }

    private void inNameOf(@Nullable String person, Runnable act) {
        if (person == null) {
            rights.with(() -> {
                act.run();
                return true;
            });
        } else {
            persons.run(person, act);
        }
    }

    @Override
    public void due(String taskId, @Nullable Instant dueAt) {
        inNameOf(null, () -> move(taskId, dueAt));
    }

    private void move(String taskId, @Nullable Instant dueAt) {
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
