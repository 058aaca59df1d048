package app.novelo.engine.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The guarded task service, each change in the turn of its conversation. */
class TaskServiceInTurn extends GuardedTaskService {

    private final TurnOfTask turn;

    TaskServiceInTurn(AtTheDoor door, Supplier<Completion> completion, TurnOfTask turn) {
        super(door, completion);
        this.turn = turn;
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        turn.take(taskId, () -> super.claim(taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        turn.take(taskId, () -> super.setAssignee(taskId, userId));
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        turn.take(taskId, () -> super.complete(taskId, variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserialize) {
        return turn.take(taskId, () -> super.completeWithVariablesInReturn(taskId, variables, deserialize));
    }
}
