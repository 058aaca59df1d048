package app.novelo.engine.internal;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's form service; what Tasklist sends with a form is checked against the form. */
class GuardedFormService extends FormServiceImpl {

    private final AtTheDoor door;
    private final Supplier<Completion> completion;

    GuardedFormService(AtTheDoor door, Supplier<Completion> completion) {
        this.door = door;
        this.completion = completion;
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> values) {
        check(taskId, values);
        super.submitTaskForm(taskId, values);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> values, boolean deserialize) {
        check(taskId, values);
        return super.submitTaskFormWithVariablesInReturn(taskId, values, deserialize);
    }

    private void check(String taskId, @Nullable Map<String, Object> values) {
        door.person().ifPresent(person -> completion.get().check(taskId, person, values));
    }
}
