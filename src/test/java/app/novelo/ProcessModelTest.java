package app.novelo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/** What every process model keeps to, shipped for designers or owned by code. Each check lists all its findings at once. */
class ProcessModelTest {

    private static final Set<String> TOPICS = Set.of("conversation.send", "ai.classifyMessage", "casework.mailPeople");

    private static final Set<String> PREFIXED_BY_TYPE = Set.of(
            "startEvent",
            "endEvent",
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "receiveTask",
            "subProcess",
            "callActivity");
    private static final Map<Class<? extends BaseElement>, String> PREFIXES =
            Map.of(SequenceFlow.class, "flow", Message.class, "message");

    private static final Pattern GENERATED_ID = Pattern.compile("\\b[A-Z]\\w*_[01][0-9a-z]{6}(_di)?\\b");
    private static final Pattern METHOD_CALL = Pattern.compile("[$#]\\{[^}]*\\(");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "camunda:(class|expression|script|connector|formKey|variableMappingClass)\\b|<(\\w+:)?script");

    /** A decision's result is a list: {@code decisionResult.singleResult} asks it for an element of that number and fails. */
    private static final Pattern RESULT_WITHOUT_INDEX = Pattern.compile("decisionResult\\.\\w+");

    private final List<ProcessFile> processes = ProcessFile.all();

    @Test
    void readsTheProcessesOfThisRelease() {
        assertThat(ProcessFile.names(".bpmn")).contains("intake", "ticket", "service-level", "by-hand");
    }

    @Test
    void fileIsNamedAfterItsProcess() {
        assertThat(processes)
                .allSatisfy(file -> assertThat(file.elements(Process.class).map(Process::getId))
                        .containsExactly(ProcessFile.nameOf(file.path())));
    }

    @Test
    void folderIsAModule() {
        assertThat(ProcessFile.below(Path.of("processes"))
                        .map(path -> path.getParent().getFileName()))
                .allSatisfy(module -> assertThat(Path.of("src/main/java/app/novelo", module.toString()))
                        .isDirectory());
    }

    @Test
    void idsSayTypeAndMeaning() {
        assertNone(file -> Stream.concat(
                        file.elements(FlowNode.class).filter(node -> !isNamedAs(node, prefix(node))),
                        PREFIXES.entrySet().stream().flatMap(entry -> file.elements(entry.getKey())
                                .filter(element -> !isNamedAs(element, entry.getValue()))))
                .map(element -> file.at(element.getId())));
        assertNone(file -> GENERATED_ID.matcher(file.text()).results().map(found -> file.at(found.group())));
    }

    @Test
    void whateverIsNotAMereForkOrJoinHasALabel() {
        assertNone(file -> file.elements(FlowNode.class)
                .filter(node -> node.getName() == null && !isForkOrJoin(node))
                .map(node -> file.at(node.getId())));
    }

    @Test
    void everyProcessSaysHowLongItsHistoryIsKept() {
        assertThat(processes).allSatisfy(file -> assertThat(file.process().getCamundaHistoryTimeToLiveString())
                .as(file.at(""))
                .isEqualTo("P180D"));
        assertThat(ProcessFile.files(".dmn").map(path -> Dmn.readModelFromFile(path.toFile())))
                .flatMap(model -> model.getModelElementsByType(Decision.class))
                .allSatisfy(decision -> assertThat(decision.getCamundaHistoryTimeToLiveString())
                        .as(decision.getId())
                        .isEqualTo("P180D"));
    }

    @Test
    void everyServiceTaskHasTheDelegateOfItsNameOrAKnownTopic() {
        assertNone(file -> file.elements(ServiceTask.class)
                .filter(task -> !hasItsDelegate(task) && !hasAKnownTopic(task))
                .map(task -> file.at(task.getId())));
    }

    @Test
    void everyDelegateHasItsClass() {
        Set<String> classes = ProcessFile.below(Path.of("src/main/java/app/novelo"))
                .filter(path -> path.toString().matches(".*/internal/.*Delegate\\.java"))
                .map(ProcessFile::nameOf)
                .collect(toSet());
        assertNone(file -> file.elements(ServiceTask.class)
                .filter(ProcessModelTest::hasItsDelegate)
                .map(ProcessModelTest::delegateClass)
                .filter(name -> !classes.contains(name))
                .map(name -> file.path().getFileName() + " needs app.novelo.<module>.internal." + name));
    }

    @Test
    void nothingIsScriptedAndNoExpressionCallsAMethod() {
        assertNone(file -> Stream.of(METHOD_CALL, FORBIDDEN, RESULT_WITHOUT_INDEX)
                .flatMap(pattern -> pattern.matcher(file.text()).results())
                .map(found -> file.path() + ": " + found.group()));
    }

    @Test
    void asyncFlagsSayWhy() {
        assertNone(file -> file.elements(FlowNode.class)
                .filter(node -> isAsync(node, "asyncBefore") || isAsync(node, "asyncAfter"))
                .filter(node -> node.getDocumentations().isEmpty())
                .map(node -> file.at(node.getId())));
    }

    @Test
    void decisionsExistAndAreBoundToTheLatest() {
        Set<String> decisions = ProcessFile.names(".dmn");
        assertNone(file -> file.elements(BusinessRuleTask.class)
                .filter(task -> !decisions.contains(task.getCamundaDecisionRef())
                        || !"latest".equals(task.getCamundaDecisionRefBinding())
                        || task.getCamundaResultVariable() != null)
                .map(task -> file.at(task.getId())));
    }

    @Test
    void formsExistAndAreBoundToTheLatest() {
        Set<String> forms = ProcessFile.names(".form");
        assertNone(file -> file.elements(UserTask.class)
                .filter(task ->
                        !forms.contains(task.getCamundaFormRef()) || !"latest".equals(task.getCamundaFormRefBinding()))
                .map(task -> file.at(task.getId())));
    }

    private void assertNone(Function<ProcessFile, Stream<String>> findings) {
        assertThat(processes.stream().flatMap(findings)).isEmpty();
    }

    private static boolean isNamedAs(BaseElement element, String prefix) {
        return element.getId().matches(prefix + "_[a-z][A-Za-z0-9]*(_[a-z][A-Za-z0-9]*)?");
    }

    private static String prefix(FlowNode node) {
        String type = node.getElementType().getTypeName();
        if (node instanceof Gateway) {
            return "gateway";
        }
        return PREFIXED_BY_TYPE.contains(type) ? type : "event";
    }

    /** A parallel gateway asks nothing, and a gateway with one way out only joins. */
    private static boolean isForkOrJoin(FlowNode node) {
        return node instanceof ParallelGateway
                || node instanceof Gateway && node.getOutgoing().size() == 1;
    }

    private static boolean isAsync(FlowNode node, String flag) {
        return "true".equals(node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, flag));
    }

    private static boolean hasItsDelegate(ServiceTask task) {
        String name = task.getId().substring(task.getId().indexOf('_') + 1);
        return ("#{" + name + "Delegate}").equals(task.getCamundaDelegateExpression());
    }

    private static boolean hasAKnownTopic(ServiceTask task) {
        return "external".equals(task.getCamundaType()) && TOPICS.contains(task.getCamundaTopic());
    }

    /** {@code #{openTicketDelegate}} is the bean of the class {@code OpenTicketDelegate}. */
    private static String delegateClass(ServiceTask task) {
        String bean = task.getCamundaDelegateExpression().replaceAll("[#{}]", "");
        return Character.toUpperCase(bean.charAt(0)) + bean.substring(1);
    }
}
