package app.novelo.engine.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of tasks ask for, with the program's own eyes. A deployed form never changes under its id, so each is read
 * once; the engine's public way would build three queries with permissions, read the file and parse it at every completion.
 */
class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE_FORM = "camunda-forms:";

    private final ProcessEngineConfigurationImpl engine;
    private final Map<String, Map<String, Field>> known = new ConcurrentHashMap<>();

    FormFields(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** @return empty if there is no such task */
    Optional<TaskForm> of(String taskId) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(
                        () -> Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                                .map(task -> formOf(task, context))));
    }

    private TaskForm formOf(TaskEntity task, CommandContext context) {
        task.initializeFormKey();
        var id = definitionId(task, context);
        Supplier<Map<String, Field>> fields = id == null ? () -> read(task) : () -> remembered(id, task);
        return new TaskForm(task.getAssignee(), fields);
    }

    private Map<String, Field> remembered(String definitionId, TaskEntity task) {
        var before = known.get(definitionId);
        if (before != null) {
            return before;
        }
        var fields = read(task);
        known.put(definitionId, fields);
        return fields;
    }

    private @Nullable String definitionId(TaskEntity task, CommandContext context) {
        var form = task.getCamundaFormRef();
        if (form == null) {
            return null;
        }
        var process = engine.getDeploymentCache().findDeployedProcessDefinitionById(task.getProcessDefinitionId());
        var definition = new GetCamundaFormDefinitionCmd(form, process.getDeploymentId()).execute(context);
        return definition == null ? null : definition.getId();
    }

    private Map<String, Field> read(TaskEntity task) {
        var fields = new HashMap<String, Field>();
        var key = task.getFormKey();
        if (task.getCamundaFormRef() != null || key != null && key.startsWith(FILE_FORM)) {
            collect(deployed(task.getId()).path("components"), fields);
        } else if (key == null) {
            for (FormField field :
                    engine.getFormService().getTaskFormData(task.getId()).getFormFields()) {
                fields.put(field.getId(), Field.of(field));
            }
        }
        return fields;
    }

    private JsonNode deployed(String taskId) {
        try (var form = engine.getFormService().getDeployedTaskForm(taskId)) {
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

    /** @param read the fields, which are only looked at where values came */
    record TaskForm(@Nullable String assignee, Supplier<Map<String, Field>> read) {

        Map<String, Field> fields() {
            return read.get();
        }
    }

    /**
     * @param editable whether it can be filled in, and is not only shown
     * @param choices what a selection offers; empty for a field that takes anything
     */
    record Field(boolean editable, Set<String> choices) {

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
