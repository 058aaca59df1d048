package app.novelo.engine.internal;

import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.jspecify.annotations.Nullable;

/**
 * What an external task came to.
 *
 * @param code of the BPMN error; only with {@link Kind#BUSINESS}
 * @param reason for people; null if it was completed
 */
record TaskOutcome(Kind kind, @Nullable String code, @Nullable String reason) {

    enum Kind {
        COMPLETED,
        BUSINESS,
        FAILED
    }

    static TaskOutcome completed() {
        return new TaskOutcome(Kind.COMPLETED, null, null);
    }

    static TaskOutcome business(String code, String reason) {
        return new TaskOutcome(Kind.BUSINESS, code, reason);
    }

    static TaskOutcome failed(String reason) {
        return new TaskOutcome(Kind.FAILED, null, reason);
    }

    void tell(ExternalTaskService tasks, ExternalTask task) {
        switch (kind) {
            case COMPLETED -> tasks.complete(task.getId(), task.getWorkerId());
            case BUSINESS -> tasks.handleBpmnError(task.getId(), task.getWorkerId(), code, reason);
            case FAILED -> tasks.handleFailure(task.getId(), task.getWorkerId(), reason, 0, 0L);
        }
    }
}
