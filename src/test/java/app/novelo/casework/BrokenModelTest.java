package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * What people deploy can be wrong in ways that no gate sees. The customer's message is shown and reaches a person all the
 * same, and once the model is repaired everything goes its usual way. A program of its own, because it deploys.
 */
@RunningNovelo
@DirtiesContext
@TestPropertySource(
        properties = {
            "novelo.data-dir=target/broken-models",
            "camunda.bpm.webapp.enabled=false" // static: their end would end those of all other tests
        })
class BrokenModelTest {

    private static final Path INTAKE = Path.of("processes/casework/intake.bpmn");
    private static final Path TICKET = Path.of("processes/ticket/ticket.bpmn");
    private static final Path TRIAGE = Path.of("decisions/casework/triage.dmn");
    private static final String BROKEN_FRIDGE = "minha geladeira não gela";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    RuntimeService runtime;

    @Value("${local.server.port}")
    int port;

    @AfterEach
    void repair() {
        for (var file : new Path[] {INTAKE, TICKET, TRIAGE}) {
            deploy(file, content -> content + "<!-- repaired " + System.nanoTime() + " -->");
        }
        var phone = customer.newPhone();
        customer.says(phone, BROKEN_FRIDGE);
        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("support");
    }

    @Test
    void anIntakeThatThrowsLeavesTheMessageToAPersonAndTheNextConversationToTheRepairedModel() {
        deploy(INTAKE, content -> content.replace("${action == 'greet'}", "${nobodySetThis == 'greet'}"));
        var phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        var task = byHand(phone);
        assertThat(agent.messages(cases.conversationOf(phone)))
                .anyMatch(message -> message.path("text").asText().equals(BROKEN_FRIDGE));
        assertThat(agent.get("bruno", "/api/v1/work/tasks/" + task.getId()).status())
                .isEqualTo(200);
        assertThat(agent.writes("bruno", cases.conversationOf(phone), "Já vamos ver isso.")
                        .status())
                .isEqualTo(202);
        eventually(() -> customer.received(phone).contains("Já vamos ver isso."));
        repair();
        cases.claim("bruno", task.getId());
        cases.closeForGood("bruno", task.getId(), "answered");
        customer.says(phone, BROKEN_FRIDGE);
        assertThat(cases.ticketOf(phone)).isNotNull();
    }

    @Test
    void isListedAsWorkWithoutAProcess() {
        deploy(INTAKE, content -> content.replace("${action == 'greet'}", "${nobodySetThis == 'greet'}"));
        var phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        var conversation = eventually(() -> cases.conversationOf(phone));
        eventually(() -> listed(conversation));
        byHand(phone);
        assertThat(listed(conversation)).isTrue();
        assertThat(agent.get("bruno", "/api/v1/work/without-process").status()).isEqualTo(404);
        var task = cases.taskOf(conversation).getId();
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "answered");
        assertThat(listed(conversation)).isFalse();
    }

    @Test
    void anIntakeThatSimplyEndsLeavesNobodyAlone() {
        deploy(INTAKE, BrokenModelTest::endingAfterTheStart);
        var phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        byHand(phone);
    }

    @Test
    void anIntakeThatReadsTheMessageAndEndsLeavesNobodyAlone() {
        deploy(INTAKE, BrokenModelTest::endingAfterReading);
        var phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        byHand(phone);
    }

    @Test
    void anIntakeThatEndsLaterLeavesNobodyAlone() {
        deploy(
                INTAKE,
                content -> content.replace(
                        "targetRef=\"serviceTask_openCaseInTriage\"", "targetRef=\"endEvent_greeted\""));
        var phone = customer.newPhone();
        customer.says(phone, "oi");
        eventually(() -> !customer.received(phone).isEmpty());
        var conversation = cases.conversationOf(phone);
        eventually(() -> cases.walked(conversation, "intake").contains("endEvent_greeted"));

        cases.fireTimer(conversation, "intake", "event_silent");

        byHand(phone);
    }

    @Test
    void anIntakeThatSomebodyDeletesInCockpitLeavesNobodyAlone() {
        var phone = customer.newPhone();
        customer.says(phone, "oi");
        eventually(() -> !customer.received(phone).isEmpty());
        var instance = eventually(() -> cases.instanceOf(cases.conversationOf(phone), "intake"));

        runtime.deleteProcessInstance(instance.getId(), "in the way");

        byHand(phone);
    }

    @Test
    void anIntakeThatDoesNotListenLeavesTheReplyToAPerson() {
        deploy(INTAKE, BrokenModelTest::withoutTheEventSubProcess);
        var phone = customer.newPhone();
        customer.says(phone, "oi");
        eventually(() -> !customer.received(phone).isEmpty());

        customer.says(phone, BROKEN_FRIDGE);

        byHand(phone);
        assertThat(agent.messages(cases.conversationOf(phone)))
                .extracting(message -> message.path("text").asText())
                .contains("oi", BROKEN_FRIDGE);
    }

    @Test
    void aTableWithoutARuleThatFitsStillLeadsToAPerson() {
        deploy(
                TRIAGE,
                content -> content.replaceAll(
                        "(?s)(<rule .*?<inputEntry [^>]*>\\s*<text>).*?(</text>)", "$1\"nobody says this\"$2"));
        var phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        eventually(() -> !cases.numbersOf(phone).isEmpty() || cases.taskOf(cases.conversationOf(phone)) != null);
    }

    @Test
    void aTableThatNamesAKindOfCaseThatDoesNotExistLeavesTheMessageToAPerson() {
        deploy(TRIAGE, content -> content.replace("\"ticket\"", "\"spaceship\""));
        var phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        byHand(phone);
    }

    @Test
    void aTicketThatCannotBeginLeavesTheMessageToAPerson() {
        deploy(
                TICKET,
                content -> content.replace(
                        "camunda:candidateGroups=\"${queue}\"", "camunda:candidateGroups=\"${nobodySetThis}\""));
        var phone = customer.newPhone();

        customer.says(phone, BROKEN_FRIDGE);

        byHand(phone);
        assertThat(cases.numbersOf(phone)).as("no ticket without its process").isEmpty();
    }

    @Test
    void aTaskThatDoesNotExpectARefusalIsAnIncidentAndTheMessageFailsOnce() {
        deploy(TICKET, content -> without(content, "boundaryEvent|sequenceFlow|endEvent", "protocolNot(Sent|Told)"));
        var phone = customer.newPhone();
        customer.fault(phone, "error", 131026, 1);

        customer.says(phone, BROKEN_FRIDGE);

        var ticket = cases.instanceOf(cases.ticketOf(phone), "ticket").getId();
        eventually(() -> runtime.createIncidentQuery().processInstanceId(ticket).count() == 1);
        assertThat(agent.messages(cases.conversationOf(phone)))
                .extracting(message -> message.path("status").asText())
                .containsExactly("RECEIVED", "FAILED");
    }

    private Task byHand(String phone) {
        var task = eventually(() -> cases.taskOf(cases.conversationOf(phone)));
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_handleConversation");
        return task;
    }

    private boolean listed(String conversation) {
        return agent.get("marta", "/api/v1/work/without-process")
                .body()
                .toString()
                .contains(conversation);
    }

    /** As Modeler's button does it, by whoever may. */
    private void deploy(Path file, UnaryOperator<String> change) {
        var user = file.toString().endsWith(".dmn") ? "alice" : "davi";
        var original = read(file);
        var changed = change.apply(original);
        assertThat(changed).as("the model is another one").isNotEqualTo(original);
        var answer = Visitor.withPassword(port, user, "people-of-tests")
                .deploy(
                        "/engine-rest/deployment/create",
                        Map.of(file.getFileName().toString(), changed));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String endingAfterTheStart(String content) {
        return content.replace(
                "sourceRef=\"startEvent_conversationOpened\" targetRef=\"serviceTask_classifyMessage\"",
                "sourceRef=\"startEvent_conversationOpened\" targetRef=\"endEvent_greeted\"");
    }

    private static String endingAfterReading(String content) {
        return content.replace(
                "sourceRef=\"serviceTask_classifyMessage\" targetRef=\"gateway_sureEnough\"",
                "sourceRef=\"serviceTask_classifyMessage\" targetRef=\"endEvent_greeted\"");
    }

    private static String withoutTheEventSubProcess(String content) {
        return without(content, "subProcess", "customerReplied|resumeIntake|intakeResumed");
    }

    /** @return the model without the elements of these kinds and names, and without the shapes of these names */
    private static String without(String content, String kinds, String names) {
        var elements =
                Pattern.compile("(?s)<bpmn:(%s) id=\"\\w*(%s)\"[^>]*?(/>|>.*?</bpmn:\\1>)".formatted(kinds, names));
        var shapes =
                Pattern.compile("(?s)<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement=\"[^\"]*(%s)[^\"]*\".*?</bpmndi:BPMN\\1>"
                        .formatted(names));
        return shapes.matcher(elements.matcher(content).replaceAll("")).replaceAll("");
    }
}
