package app.novelo.engine.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service with the rules that its permissions cannot express. Every door leads through here: REST,
 * Tasklist, our own code, which the rules do not meet ({@link AtTheDoor}).
 *
 * <p>The engine lets a candidate claim for others, take a task away from its assignee, and end it by an error.
 */
class GuardedTaskService extends GuardedRemarks {

    private final Supplier<Completion> completion;

    /** @param completion exists only once the engine's services do */
    GuardedTaskService(AtTheDoor door, Supplier<Completion> completion) {
        super(door);
        this.completion = completion;
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        door.person()
                .filter(person -> !person.equals(userId) && !door.isManager(person))
                .ifPresent(person -> {
                    if (userId != null) {
                        throw new AuthorizationException(
                                "A task is claimed for oneself; only a manager assigns it to others");
                    }
                    requireAssignee(taskId, person);
                });
        super.claim(taskId, userId);
    }

    /** Giving a task back needs no permission beyond having it; the engine would ask for {@code TASK_ASSIGN}. */
    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        var person = door.person();
        if (userId == null && person.isPresent() && isAssignee(taskId, person.get())) {
            commandExecutor.execute(context -> context.runWithoutAuthorization(inner -> {
                super.setAssignee(taskId, null);
                return true;
            }));
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    private void requireAssignee(String taskId, String person) {
        if (!isAssignee(taskId, person)) {
            throw new AuthorizationException("Only its assignee gives a task back");
        }
    }

    private boolean isAssignee(String taskId, String person) {
        return createTaskQuery().taskId(taskId).taskAssignee(person).count() == 1;
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        check(taskId, variables);
        super.complete(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserialize) {
        check(taskId, variables);
        return super.completeWithVariablesInReturn(taskId, variables, deserialize);
    }

    private void check(String taskId, @Nullable Map<String, Object> variables) {
        door.person().ifPresent(person -> completion.get().check(taskId, person, variables));
    }

    @Override
    public void resolveTask(String taskId) {
        managersOnly();
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        managersOnly();
        super.resolveTask(taskId, variables);
    }

    @Override
    public void delegateTask(String taskId, String userId) {
        managersOnly();
        super.delegateTask(taskId, userId);
    }

    @Override
    public void handleBpmnError(
            String taskId, String code, @Nullable String message, @Nullable Map<String, Object> variables) {
        managersOnly();
        super.handleBpmnError(taskId, code, message, variables);
    }

    @Override
    public void handleEscalation(String taskId, String code, @Nullable Map<String, Object> variables) {
        managersOnly();
        super.handleEscalation(taskId, code, variables);
    }

    private void managersOnly() {
        door.person().filter(person -> !door.isManager(person)).ifPresent(person -> {
            throw new AuthorizationException("Only a manager does this; complete the task with its form instead");
        });
    }
}
