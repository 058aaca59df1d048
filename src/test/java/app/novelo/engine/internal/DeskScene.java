package app.novelo.engine.internal;

import app.novelo.support.Files;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** A process with one user task for a queue, started by code. */
final class DeskScene {

    private final RuntimeService runtime;
    private final TaskService tasks;

    DeskScene(RepositoryService repository, RuntimeService runtime, TaskService tasks, IdentityService identities) {
        identities.clearAuthentication();
        this.runtime = runtime;
        this.tasks = tasks;
        repository
                .createDeployment()
                .name("scene")
                .enableDuplicateFiltering(true)
                .addString("desk.bpmn", Files.read("desk.bpmn"))
                .addString("answer.form", Files.read("answer.form"))
                .deploy();
    }

    Task taskOf(String queue) {
        var instance = runtime.startProcessInstanceByKey("desk", "case-" + System.nanoTime(), Map.of("queue", queue));
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    Task taskOf(String queue, String assignee) {
        var task = taskOf(queue);
        tasks.claim(task.getId(), assignee);
        return task;
    }
}
