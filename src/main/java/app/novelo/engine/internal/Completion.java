package app.novelo.engine.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Who completes a task, and with what: its assignee or a manager, with the fields that its form declares and nothing else.
 */
class Completion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE_FORM = "camunda-forms:";

    private final TaskService tasks;
    private final FormService forms;
    private final Predicate<String> isManager;

    Completion(TaskService tasks, FormService forms, Predicate<String> isManager) {
        this.tasks = tasks;
        this.forms = forms;
        this.isManager = isManager;
    }

    /**
     * @throws AuthorizationException if the task is somebody else's
     * @throws FormFieldValidationException naming the first value that the form does not ask for
     */
    void check(String taskId, String person, @Nullable Map<String, ?> values) {
        var task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        if (task == null) {
            return; // not there, or not for his eyes: the engine refuses with its own words
        }
        if (!person.equals(task.getAssignee()) && !isManager.test(person)) {
            throw new AuthorizationException(OwnTaskOnly.REFUSAL);
        }
        if (values != null && !values.isEmpty()) {
            var fields = fields(task);
            values.keySet().forEach(name -> check(task, fields, name, typed(values, name)));
        }
    }

    private void check(Task task, Map<String, Field> fields, String name, @Nullable Object value) {
        var field = fields.get(name);
        if (field == null) {
            throw refusal(name, "is not part of this task's form");
        }
        if (isStructured(value) || !isScalar(raw(value))) {
            throw refusal(name, "must be a text, a number, a date, true or false");
        }
        if (!field.editable && !isUnchanged(task, name, raw(value))) {
            throw refusal(name, "is only shown by this task's form");
        }
        if (!field.offers(raw(value))) {
            throw refusal(name, "must be one of " + String.join(", ", field.choices));
        }
    }

    private boolean isUnchanged(Task task, String name, @Nullable Object value) {
        return Objects.equals(String.valueOf(tasks.getVariable(task.getId(), name)), String.valueOf(value));
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

    private Map<String, Field> fields(Task task) {
        var fields = new HashMap<String, Field>();
        var key = task.getFormKey();
        if (task.getCamundaFormRef() != null || key != null && key.startsWith(FILE_FORM)) {
            collect(deployed(task.getId()).path("components"), fields);
        } else if (key == null) {
            for (FormField field : forms.getTaskFormData(task.getId()).getFormFields()) {
                fields.put(field.getId(), Field.of(field));
            }
        }
        return fields;
    }

    private JsonNode deployed(String taskId) {
        try (var form = forms.getDeployedTaskForm(taskId)) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode components, Map<String, Field> fields) {
        for (var component : components) {
            if (component.hasNonNull("key")) {
                fields.put(component.get("key").asText(), Field.of(component));
            }
            collect(component.path("components"), fields);
        }
    }

    /**
     * @param editable whether it can be filled in, and is not only shown
     * @param choices what a selection offers; empty for a field that takes anything
     */
    private record Field(boolean editable, Set<String> choices) {

        static Field of(JsonNode component) {
            boolean shown = component.path("disabled").asBoolean()
                    || component.path("readonly").asBoolean();
            var choices = new LinkedHashSet<String>();
            component
                    .path("values")
                    .forEach(choice -> choices.add(choice.path("value").asText()));
            return new Field(!shown, choices);
        }

        /** A field of a form that is drawn into the task; only an enum has values. */
        static Field of(FormField field) {
            return field.getType().getInformation("values") instanceof Map<?, ?> values
                    ? new Field(
                            true, values.keySet().stream().map(String::valueOf).collect(Collectors.toSet()))
                    : new Field(true, Set.of());
        }

        /** Nothing chosen is the form's business: the task may be given back half filled in. */
        boolean offers(@Nullable Object value) {
            return value == null || choices.isEmpty() || choices.contains(String.valueOf(value));
        }
    }
}
