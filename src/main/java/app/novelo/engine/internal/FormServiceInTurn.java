package app.novelo.engine.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The guarded form service, each submission in the turn of its conversation. */
class FormServiceInTurn extends GuardedFormService {

    private final TurnOfTask turn;

    FormServiceInTurn(AtTheDoor door, Supplier<Completion> completion, TurnOfTask turn) {
        super(door, completion);
        this.turn = turn;
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> values) {
        turn.take(taskId, () -> super.submitTaskForm(taskId, values));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> values, boolean deserialize) {
        return turn.take(taskId, () -> super.submitTaskFormWithVariablesInReturn(taskId, values, deserialize));
    }
}
