package app.novelo.engine.internal;

import app.novelo.engine.TaskEvent;
import app.novelo.engine.TaskObserver;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Translates the engine's task events for the observers. */
@Component
class TaskEvents implements TaskListener {

    private final ObjectProvider<TaskObserver> observers;

    TaskEvents(ObjectProvider<TaskObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void notify(DelegateTask task) {
        if (isAssignmentAlone(task)) {
            return;
        }
        var event = event(task);
        observers.orderedStream().forEach(observer -> observer.on(event));
    }

    /** An event of its own follows. */
    private static boolean isAssignmentAlone(DelegateTask task) {
        return task.getEventName().equals(EVENTNAME_UPDATE)
                && ((TaskEntity) task).getPropertyChanges().keySet().equals(Set.of(TaskEntity.ASSIGNEE));
    }

    private static TaskEvent event(DelegateTask task) {
        var entity = (TaskEntity) task;
        var execution = entity.getExecution();
        var definition = task.getProcessDefinitionId();
        return new TaskEvent(
                type(task.getEventName()),
                task.getId(),
                task.getTaskDefinitionKey(),
                String.valueOf(task.getName()),
                definition.substring(0, definition.indexOf(':')),
                task.getProcessInstanceId(),
                execution.getProcessBusinessKey(),
                execution.getActivityInstanceId(),
                task.getAssignee(),
                candidateGroups(task),
                instant(task.getDueDate()),
                formKey(entity),
                actor());
    }

    private static TaskEvent.Type type(String name) {
        return switch (name) {
            case EVENTNAME_CREATE -> TaskEvent.Type.CREATED;
            case EVENTNAME_ASSIGNMENT -> TaskEvent.Type.ASSIGNED;
            case EVENTNAME_COMPLETE -> TaskEvent.Type.COMPLETED;
            case EVENTNAME_DELETE -> TaskEvent.Type.DELETED;
            default -> TaskEvent.Type.UPDATED;
        };
    }

    private static Set<String> candidateGroups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable String formKey(TaskEntity task) {
        var definition = task.getTaskDefinition();
        if (definition == null || definition.getFormDefinition().getCamundaFormDefinitionKey() == null) {
            return null;
        }
        return definition.getFormDefinition().getCamundaFormDefinitionKey().getExpressionText();
    }

    private static @Nullable String actor() {
        var engine = Context.getProcessEngineConfiguration();
        var authentication = engine.getIdentityService().getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }
}
