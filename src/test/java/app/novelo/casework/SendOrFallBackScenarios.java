package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.conversation.Conversations;
import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through {@code processes/casework/send-or-fall-back.bpmn}, called by a process that a designer deployed. */
@RunningNovelo
class SendOrFallBackScenarios {

    private static final String NEWS = "A peça da sua geladeira chegou.";
    private static final String TELLING = "telling";
    private static final String SEND_OR_FALL_BACK = "send-or-fall-back";

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    Conversations conversations;

    @Autowired
    Processes processes;

    @Autowired
    Turns turns;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Value("${local.server.port}")
    int port;

    @BeforeEach
    void aDesignerHasDeployedAProcessThatTells() throws IOException {
        jdbc.sql(
                        "insert into conversation.text_entry (key, language, body) values ('news.text', 'pt', ?) on conflict do nothing")
                .param(NEWS)
                .update();
        var file = Files.readString(Path.of("src/test/resources/app/novelo/casework/telling.bpmn"));
        var answer = Visitor.withPassword(port, "davi", "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of("telling.bpmn", file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        meta.known("retomar_conversa", "pt_BR", "APPROVED"); // again, after whatever paused it
    }

    @Test
    void theTextGoesOutWhileTheWindowIsOpen() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);

        tell(ticket, phone, "service");

        eventually(() -> cases.walked(ticket, TELLING).contains("endEvent_text"));
        assertThat(cases.walked(ticket, SEND_OR_FALL_BACK))
                .containsSubsequence("serviceTask_sendText", "endEvent_textSent");
        assertThat(customer.received(phone)).contains(NEWS);
    }

    @Test
    void aTemplateGoesOutOnceTheWindowIsClosed() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        cases.aDayPassesFor(cases.conversationOf(phone));

        tell(ticket, phone, "service");

        eventually(() -> cases.walked(ticket, TELLING).contains("endEvent_template"));
        assertThat(cases.walked(ticket, SEND_OR_FALL_BACK))
                .containsSubsequence(
                        "event_windowClosed",
                        "businessRuleTask_chooseTemplate",
                        "serviceTask_sendTemplate",
                        "endEvent_templateSent");
        assertThat(customer.received(phone))
                .anySatisfy(text -> assertThat(text).contains("temos uma resposta ao seu atendimento"));
        assertThat(customer.received(phone)).doesNotContain(NEWS);
    }

    @Test
    void theTemplateOfTheTableCallsWhoeverNobodyKnowsPolitely() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        cases.aDayPassesFor(cases.conversationOf(phone));
        cases.nobodyKnowsTheNameOf(phone);

        tell(ticket, phone, "service");

        eventually(() -> cases.walked(ticket, TELLING).contains("endEvent_template"));
        assertThat(customer.received(phone))
                .anySatisfy(text -> assertThat(text).startsWith("Olá cliente").contains("temos uma resposta"));
    }

    @Test
    void aPersonReachesHimWhereTheTableNamesNoTemplate() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        cases.aDayPassesFor(cases.conversationOf(phone));

        tell(ticket, phone, "marketing");
        var task = eventually(() -> reaching(ticket));
        assertThat(tasks.getIdentityLinksForTask(task.getId())).anyMatch(link -> "support".equals(link.getGroupId()));
        complete(task, "person");

        eventually(() -> cases.walked(ticket, TELLING).contains("endEvent_person"));
        assertThat(cases.walked(ticket, SEND_OR_FALL_BACK))
                .containsSubsequence(
                        "businessRuleTask_chooseTemplate", "userTask_reachCustomer", "endEvent_triedByPerson")
                .doesNotContain("serviceTask_sendTemplate");
    }

    @Test
    void aPersonReachesHimWhereTheTemplateMayNotBeSent() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        cases.aDayPassesFor(cases.conversationOf(phone));
        customer.fault(phone, "error", 132015, 1);

        tell(ticket, phone, "service");
        complete(eventually(() -> reaching(ticket)), "nobody");

        eventually(() -> cases.walked(ticket, TELLING).contains("endEvent_nobody"));
        assertThat(cases.walked(ticket, SEND_OR_FALL_BACK))
                .containsSubsequence("event_templateNotSent", "userTask_reachCustomer", "endEvent_triedByPerson");
    }

    @Test
    void whatElseForbidsTheTextIsAnErrorOfTheCaller() {
        var phone = customer.newPhone();
        var ticket = givenATicketWithItsProtocolTold(phone);
        customer.fault(phone, "error", 131026, 1);

        tell(ticket, phone, "service");

        eventually(() -> cases.walked(ticket, TELLING).contains("endEvent_notTold"));
        assertThat(cases.walked(ticket, SEND_OR_FALL_BACK)).doesNotContain("businessRuleTask_chooseTemplate");
    }

    private @Nullable Task reaching(String ticket) {
        return cases.tasksOf(ticket).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_reachCustomer"))
                .findFirst()
                .orElse(null);
    }

    private void complete(Task task, String sentAs) {
        assertThat(cases.claim("bruno", task.getId())).isTrue();
        cases.complete("bruno", task.getId(), Var.text("sentAs").of(sentAs));
    }

    private String givenATicketWithItsProtocolTold(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> customer.received(phone).size() == 1);
        cases.untilNothingIsOnItsWayTo(phone);
        return ticket;
    }

    private void tell(String ticket, String phone, String purpose) {
        var conversation = cases.conversationOf(phone);
        turns.inTurn(
                Turn.ofConversation(conversation),
                () -> conversations.follow(
                        UUID.fromString(conversation),
                        processes.startByKey(
                                TELLING,
                                ticket,
                                CaseProcess.CONVERSATION.of(conversation),
                                Var.text("newsPurpose").of(purpose))));
    }
}
