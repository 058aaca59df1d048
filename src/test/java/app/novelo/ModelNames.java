package app.novelo;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** Everything that models and code call each other by, as a page for those who draw and decide. */
final class ModelNames {

    private static final String HEAD =
            """
            # Names that models may use

            Generated from `processes/`, `decisions/`, `forms/` and the code; `ModelNamesFileTest` keeps it true. How to use them:
            [designer.md](designer.md), [analyst.md](analyst.md).
            """;

    private ModelNames() {}

    static String page() {
        return HEAD
                + table("Delegates", "delegate expression | class | elements", delegates())
                + table(
                        "Topics of external tasks",
                        "topic | class | elements | extension properties set there",
                        topics())
                + table("Messages", "name | starts | is caught by", messages())
                + table("Decisions", "key | hit policy | inputs | outputs | elements", decisions())
                + table("Forms", "id | fields | user tasks", forms())
                + list("Facts that every decision may read", SourceNames.facts())
                + list("Texts to customers (`textKey`)", SourceNames.texts());
    }

    private static Stream<String> delegates() {
        var uses = uses(ServiceTask.class, (task, use) -> {
            if (task.getCamundaDelegateExpression() != null) {
                use.accept(task.getCamundaDelegateExpression(), task);
            }
        });
        return SourceNames.delegates().entrySet().stream()
                .map(bean ->
                        row(code("#{" + bean.getKey() + "}"), bean.getValue(), uses.of("#{" + bean.getKey() + "}")));
    }

    private static Stream<String> topics() {
        var uses = uses(ServiceTask.class, (task, use) -> {
            if (task.getCamundaTopic() != null) {
                use.accept(task.getCamundaTopic(), task);
            }
        });
        return SourceNames.topics().entrySet().stream()
                .map(topic -> row(
                        code(topic.getKey()), topic.getValue(), uses.of(topic.getKey()), properties(topic.getKey())));
    }

    private static String properties(String topic) {
        return codes(ProcessFile.all().stream()
                .flatMap(file -> file.elements(ServiceTask.class))
                .filter(task -> topic.equals(task.getCamundaTopic()) && task.getExtensionElements() != null)
                .flatMap(task -> task
                        .getExtensionElements()
                        .getChildElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                        .stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .map(CamundaProperty::getCamundaName)
                .distinct()
                .sorted());
    }

    private static Stream<String> messages() {
        var starts = new Uses();
        var catches = new Uses();
        for (var file : ProcessFile.all()) {
            file.elements(MessageEventDefinition.class)
                    .filter(definition -> definition.getParentElement() instanceof CatchEvent)
                    .forEach(definition -> {
                        var event = (CatchEvent) definition.getParentElement();
                        var starting = event instanceof StartEvent && event.getParentElement() instanceof Process;
                        (starting ? starts : catches)
                                .add(definition.getMessage().getName(), file, event);
                    });
            file.elements(ReceiveTask.class)
                    .forEach(task -> catches.add(task.getMessage().getName(), file, task));
        }
        var names = new TreeSet<String>();
        ProcessFile.all()
                .forEach(file ->
                        file.elements(Message.class).map(Message::getName).forEach(names::add));
        return names.stream().map(name -> row(code(name), starts.of(name), catches.of(name)));
    }

    private static Stream<String> decisions() {
        var uses = uses(BusinessRuleTask.class, (task, use) -> use.accept(task.getCamundaDecisionRef(), task));
        return ProcessFile.files(".dmn").map(path -> decision(path, uses)).sorted();
    }

    private static String decision(Path path, Uses uses) {
        var table = Dmn.readModelFromFile(path.toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        var inputs = table.getInputs().stream()
                .map(input -> input.getInputExpression().getText().getTextContent() + ": "
                        + input.getInputExpression().getTypeRef());
        var outputs = table.getOutputs().stream().map(output -> output.getName() + ": " + output.getTypeRef());
        var key = ProcessFile.nameOf(path);
        return row(code(key), table.getHitPolicy().name(), codes(inputs), codes(outputs), uses.of(key));
    }

    private static Stream<String> forms() {
        var uses = uses(UserTask.class, (task, use) -> use.accept(task.getCamundaFormRef(), task));
        return SourceNames.forms().entrySet().stream()
                .map(form -> row(code(form.getKey()), codes(form.getValue().stream()), uses.of(form.getKey())));
    }

    private static <T extends FlowElement> Uses uses(Class<T> type, BiConsumer<T, BiConsumer<String, T>> find) {
        var uses = new Uses();
        ProcessFile.all().forEach(file -> file.elements(type)
                .forEach(element -> find.accept(element, (name, at) -> uses.add(name, file, at))));
        return uses;
    }

    private static String table(String title, String columns, Stream<String> rows) {
        return "\n## " + title + "\n\n| " + columns + " |\n|" + "---|".repeat(columns.split("\\|").length) + "\n"
                + rows.map(row -> row + "\n").collect(joining());
    }

    private static String list(String title, List<String> names) {
        return "\n## " + title + "\n\n" + codes(names.stream()) + "\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String codes(Stream<String> names) {
        return names.map(ModelNames::code).collect(joining(", "));
    }

    /** Which elements use a name. */
    private static final class Uses {

        private final TreeMap<String, TreeSet<String>> byName = new TreeMap<>();

        void add(String name, ProcessFile file, BaseElement element) {
            byName.computeIfAbsent(name, key -> new TreeSet<>())
                    .add(file.process().getId() + "." + element.getId());
        }

        String of(String name) {
            return codes(byName.getOrDefault(name, new TreeSet<>()).stream());
        }
    }
}
