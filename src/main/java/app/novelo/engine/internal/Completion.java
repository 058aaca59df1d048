package app.novelo.engine.internal;

import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Who completes a task, and with what: its assignee or a manager, with the fields that its form declares and nothing else.
 */
class Completion {

    private final TaskService tasks;
    private final FormFields forms;
    private final Predicate<String> isManager;

    Completion(TaskService tasks, FormFields forms, Predicate<String> isManager) {
        this.tasks = tasks;
        this.forms = forms;
        this.isManager = isManager;
    }

    /**
     * @throws AuthorizationException if the task is somebody else's
     * @throws FormFieldValidationException naming the first value that the form does not ask for
     */
    void check(String taskId, String person, @Nullable Map<String, ?> values) {
        var form = forms.of(taskId).orElse(null);
        if (form == null) {
            return; // not there: the engine refuses with its own words
        }
        if (!person.equals(form.assignee()) && !isManager.test(person)) {
            refuse(taskId);
        } else if (values != null && !values.isEmpty()) {
            var fields = form.fields();
            values.keySet().forEach(name -> check(taskId, fields, name, typed(values, name)));
        }
    }

    /** Not to him from whose eyes the task is hidden: the engine refuses him with its own words. */
    private void refuse(String taskId) {
        if (tasks.createTaskQuery().taskId(taskId).count() > 0) {
            throw new AuthorizationException(OwnTaskOnly.REFUSAL);
        }
    }

    private void check(String taskId, Map<String, FormFields.Field> fields, String name, @Nullable Object value) {
        var field = fields.get(name);
        if (field == null) {
            throw refusal(name, "is not part of this task's form");
        }
        if (isStructured(value) || !isScalar(raw(value))) {
            throw refusal(name, "must be a text, a number, a date, true or false");
        }
        if (!field.editable() && !isUnchanged(taskId, name, raw(value))) {
            throw refusal(name, "is only shown by this task's form");
        }
        if (!field.offers(raw(value))) {
            throw refusal(name, "must be one of " + String.join(", ", field.choices()));
        }
    }

    private boolean isUnchanged(String taskId, String name, @Nullable Object value) {
        return Objects.equals(String.valueOf(tasks.getVariable(taskId, name)), String.valueOf(value));
    }

    private static FormFieldValidationException refusal(String name, String why) {
        return new FormFieldValidationException(name, "\"" + name + "\" " + why);
    }

    /** The engine's map would read the value, and so turn what was sent into an object. */
    private static @Nullable Object typed(Map<String, ?> values, String name) {
        return values instanceof VariableMap variables ? variables.getValueTyped(name) : values.get(name);
    }

    private static boolean isStructured(@Nullable Object value) {
        return value instanceof TypedValue typed
                && typed.getType() != null
                && !typed.getType().isPrimitiveValueType();
    }

    private static @Nullable Object raw(@Nullable Object value) {
        return value instanceof TypedValue typed ? typed.getValue() : value;
    }

    private static boolean isScalar(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date;
    }
}
