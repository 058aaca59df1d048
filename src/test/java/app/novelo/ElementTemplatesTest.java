package app.novelo;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/**
 * Camunda Modeler shows a task by the template it was made from. Template and shipped task are two copies of the same facts:
 * here they are held equal, in both directions, so that applying a template anew changes nothing.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/desktop-modeler/element-templates/about-templates/">Camunda,
 *     element templates</a>
 */
class ElementTemplatesTest {

    private static final Path FOLDER = Path.of(".camunda/element-templates");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** No shipped process writes its texts itself. */
    private static final String TEXT_IN_THE_DIAGRAM = "app.novelo.sendWhatsappText";

    /** Of calls, not of tasks. */
    private static final String SEND_WORDS = "app.novelo.sendWords";

    private static final String ESCALATE = "app.novelo.escalate";

    private static final String ASK_THE_CUSTOMER = "app.novelo.askCustomer";
    private static final String SERVE_BY_ITSELF = "app.novelo.serveByItself";
    private static final String QUALIFY_LEAD = "app.novelo.qualifyLead";

    /** Of the processes of other kinds of case, and of designers. */
    private static final String PLAN_FOLLOW_UP = "app.novelo.planFollowUp";

    /** No shipped process uses these yet. */
    private static final String TEMPLATE = "app.novelo.sendWhatsappTemplate";

    private static final String SEND_OR_FALL_BACK = "app.novelo.sendOrFallBack";

    /** What a template, or somebody who edits without one, could set on a task. */
    private static final List<String> ATTRIBUTES = List.of(
            "type",
            "topic",
            "delegateExpression",
            "expression",
            "decisionRef",
            "decisionRefBinding",
            "resultVariable",
            "mapDecisionResult",
            "formRef",
            "formRefBinding",
            "formKey",
            "candidateGroups",
            "candidateUsers",
            "assignee",
            "dueDate",
            "followUpDate",
            "priority",
            "asyncBefore",
            "asyncAfter");

    private final Map<String, JsonNode> templates =
            files().map(ElementTemplatesTest::read).collect(toMap(json -> text(json, "id"), json -> json));

    @Test
    void fileIsNamedAfterItsTemplate() {
        assertThat(files()).allSatisfy(file -> {
            var id = text(read(file), "id");
            var words = id.substring(id.lastIndexOf('.') + 1).replaceAll("([A-Z])", "-$1");
            assertThat(file).hasFileName(words.toLowerCase(Locale.ROOT) + ".json");
        });
    }

    @Test
    void everyTemplateHasANameADescriptionAVersionAndAnIcon() {
        assertThat(templates.values()).isNotEmpty().allSatisfy(template -> {
            assertThat(text(template, "name")).isNotBlank();
            assertThat(text(template, "description")).isNotBlank();
            assertThat(template.path("version").asInt()).isPositive();
            assertThat(text(template.path("icon"), "contents")).startsWith("data:image/svg+xml,");
        });
    }

    @Test
    void everyTaskOfAShippedProcessHasATemplate() {
        assertThat(shippedTasks().filter(task -> template(task).isEmpty()).map(Task::getId))
                .isEmpty();
    }

    @Test
    void everyTemplateIsThatOfAShippedTask() {
        var used =
                shippedTasks().map(task -> attribute(task, "modelerTemplate")).collect(toSet());
        used.addAll(Set.of(
                TEXT_IN_THE_DIAGRAM,
                ASK_THE_CUSTOMER,
                TEMPLATE,
                SEND_OR_FALL_BACK,
                ESCALATE,
                SERVE_BY_ITSELF,
                QUALIFY_LEAD,
                PLAN_FOLLOW_UP,
                SEND_WORDS));
        assertThat(templates.keySet()).isEqualTo(used);
    }

    @Test
    void everyCallOfAShippedProcessIsDrawnAsItsTemplateSays() {
        var calls = ProcessFile.all().stream()
                .flatMap(file -> file.elements(CallActivity.class))
                .toList();
        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            var template = templates.get(String.valueOf(attribute(call, "modelerTemplate")));
            assertThat(template).as(call.getId()).isNotNull();
            assertThat(elements(template.path("properties"))
                            .filter(property ->
                                    text(property.path("binding"), "name").equals("calledElement"))
                            .map(property -> text(property, "value")))
                    .containsExactly(call.getCalledElement());
        });
    }

    @Test
    void templateAndTaskAreOfOneTypeAndVersion() {
        assertThat(shippedTasks()).allSatisfy(task -> {
            var template = template(task).orElseThrow();
            assertThat(elements(template.path("appliesTo")).map(JsonNode::asText))
                    .as(task.getId())
                    .contains("bpmn:" + Character.toUpperCase(type(task).charAt(0))
                            + type(task).substring(1));
            assertThat(attribute(task, "modelerTemplateVersion"))
                    .as(task.getId())
                    .isEqualTo(text(template, "version"));
        });
    }

    @Test
    void templateAndTaskSayTheSame() {
        assertThat(shippedTasks()).allSatisfy(task -> {
            var said = said(task);
            var template = template(task).orElseThrow();
            var shown = properties(template, property -> isShown(template, property, said));
            assertThat(said.keySet()).as(task.getId()).isEqualTo(shown.keySet());
            shown.forEach((key, property) ->
                    assertThat(said.get(key)).as(task.getId() + " " + key).satisfies(value -> mayBe(property, value)));
        });
    }

    @Test
    void theTextOfATemplateStandsWhereTheSendQueueLooksForIt() {
        assertThat(properties(templates.get(TEXT_IN_THE_DIAGRAM), property -> true))
                .containsKeys("@type", "@topic", "property text", "property notice");
    }

    @Test
    void askingCallsTheShippedProcessAndGivesItWhatItReads() {
        var asking = templates.get(ASK_THE_CUSTOMER);
        assertThat(properties(asking, property -> true).keySet())
                .containsExactlyInAnyOrder(
                        "@calledElement",
                        "@calledElementBinding",
                        "in businessKey",
                        "in conversationId",
                        "in questionTextKey",
                        "in questionChoices",
                        "in answerTimeout",
                        "out answerChoice",
                        "out answerMessage");
        assertThat(ProcessFile.names(".bpmn"))
                .contains(text(properties(asking, property -> true).get("@calledElement"), "value"));
    }

    @Test
    void fallingBackCallsTheShippedProcessAndGivesItWhatItReads() {
        var fallingBack = properties(templates.get(SEND_OR_FALL_BACK), property -> true);
        assertThat(fallingBack.keySet())
                .containsExactlyInAnyOrder(
                        "@calledElement",
                        "@calledElementBinding",
                        "in businessKey",
                        "in conversationId",
                        "in textKey",
                        "in purpose",
                        "out sentAs");
        assertThat(ProcessFile.names(".bpmn")).contains(text(fallingBack.get("@calledElement"), "value"));
    }

    @Test
    void aTemplateOfWhatsAppIsNamedWhereTheSendQueueLooksForIt() {
        assertThat(properties(templates.get(TEMPLATE), property -> true))
                .containsKeys("@type", "@topic", "property template", "property templateLanguage", "property values");
    }

    /** A hidden field is as the template says; one that a designer fills in is within what it allows. */
    private static void mayBe(JsonNode property, String value) {
        var choices = elements(property.path("choices"))
                .map(choice -> text(choice, "value"))
                .toList();
        if (text(property, "type").equals("Hidden")) {
            assertThat(value).isEqualTo(text(property, "value"));
        } else if (!choices.isEmpty()) {
            assertThat(value).isIn(choices);
        } else {
            assertThat(value).isNotBlank();
        }
    }

    private static Map<String, JsonNode> properties(JsonNode template, Predicate<JsonNode> wanted) {
        return elements(template.path("properties"))
                .filter(wanted)
                .collect(toMap(ElementTemplatesTest::key, property -> property));
    }

    /** Some fields are shown only for some values of another one. */
    private static boolean isShown(JsonNode template, JsonNode property, Map<String, String> said) {
        var condition = property.path("condition");
        if (condition.isMissingNode()) {
            return true;
        }
        var other = elements(template.path("properties"))
                .filter(candidate -> text(candidate, "id").equals(text(condition, "property")))
                .findFirst()
                .orElseThrow();
        var value = String.valueOf(said.get(key(other)));
        return value.equals(text(condition, "equals"))
                || elements(condition.path("oneOf"))
                        .anyMatch(one -> one.asText().equals(value));
    }

    private static String key(JsonNode property) {
        var binding = property.path("binding");
        return switch (text(binding, "type")) {
            case "property" -> "@" + text(binding, "name").replace("camunda:", "");
            case "camunda:property" -> "property " + text(binding, "name");
            case "camunda:in" -> "in " + text(binding, "target");
            case "camunda:in:businessKey" -> "in businessKey";
            case "camunda:out" -> "out " + text(binding, "source");
            case "camunda:inputParameter" -> "input " + text(binding, "name");
            case "camunda:outputParameter" -> "output " + text(binding, "source");
            default -> throw new IllegalStateException("unknown binding " + binding);
        };
    }

    /** All that a template could set, under the same keys. */
    private static Map<String, String> said(Task task) {
        var said = new TreeMap<String, String>();
        ATTRIBUTES.stream()
                .filter(name -> attribute(task, name) != null)
                .forEach(name -> said.put("@" + name, attribute(task, name)));
        inside(task, CamundaProperty.class)
                .forEach(property -> said.put("property " + property.getCamundaName(), property.getCamundaValue()));
        inside(task, CamundaInputParameter.class)
                .forEach(input -> said.put("input " + input.getCamundaName(), input.getTextContent()));
        inside(task, CamundaOutputParameter.class)
                .forEach(output -> said.put("output " + output.getTextContent(), output.getCamundaName()));
        return said;
    }

    private static <T extends ModelElementInstance> Stream<T> inside(Task task, Class<T> type) {
        return task.getModelInstance().getModelElementsByType(type).stream()
                .filter(element -> Stream.<ModelElementInstance>iterate(
                                element, above -> above != null, ModelElementInstance::getParentElement)
                        .anyMatch(task::equals));
    }

    private static Stream<Task> shippedTasks() {
        return ProcessFile.all().stream()
                .filter(file -> file.path().startsWith("processes"))
                .flatMap(file -> file.elements(Task.class))
                .filter(task -> !(task instanceof ReceiveTask)); // waits for a message, which no template can name
    }

    private Optional<JsonNode> template(Task task) {
        return Optional.ofNullable(attribute(task, "modelerTemplate")).map(templates::get);
    }

    private static String attribute(Activity task, String name) {
        return task.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, name);
    }

    private static String type(Task task) {
        return task.getElementType().getTypeName();
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<Path> files() {
        return ProcessFile.below(FOLDER).filter(file -> file.toString().endsWith(".json"));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
