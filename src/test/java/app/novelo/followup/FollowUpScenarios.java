package app.novelo.followup;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Processes;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through {@code processes/followup/followup.bpmn} and {@code send-words.bpmn}. */
@RunningNovelo
class FollowUpScenarios {

    private static final String KEEP = "userTask_keepPromise";
    private static final String TEXT = "Bom dia! Segue o orçamento que prometi.";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    Processes processes;

    @Autowired
    Turns turns;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final List<String> hired = new ArrayList<>();
    private Colleagues colleagues;
    private String phone = "";
    private String ticket = "";
    private String conversation = "";

    @BeforeEach
    void aCustomerHasATicket() {
        colleagues = new Colleagues(agent);
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        conversation = cases.conversationOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains("protocolo")));
        meta.known("retomar_conversa", "pt_BR", "APPROVED");
    }

    @AfterEach
    void everybodyGoesHome() {
        colleagues.goHome(hired);
    }

    @Test
    void aPromiseIsKeptInTime() {
        var due = inHours(30);
        var one = plan("bruno", Map.of("what", "ligar com o preço", "dueAt", due, "exact", true));

        assertThat(one).matches("F-\\d{4}-\\d{6,}");
        assertThat(get(one).path("case").asText()).isEqualTo(ticket);
        assertThat(get(one).path("state").asText()).isEqualTo("OPEN");
        assertThat(steps(ticket)).containsExactly("followUp " + one);
        assertThat(cases.dueOfTimer(one, "followup", "event_due")).isEqualTo(due.minus(Duration.ofMinutes(15)));
        cases.fireTimer(one, "followup", "event_due");

        var task = cases.taskOf(one);
        assertThat(task.getTaskDefinitionKey()).isEqualTo(KEEP);
        assertThat(task.getAssignee()).isEqualTo("bruno");
        assertThat(task.getDueDate().toInstant()).isEqualTo(due);
        assertThat(get(one).path("state").asText()).isEqualTo("DUE");
        cases.complete("bruno", task.getId(), Var.text("outcome").of("done"));

        var kept = get(one);
        assertThat(kept.path("state").asText()).isEqualTo("DONE");
        assertThat(kept.path("onTime").asBoolean()).isTrue();
        assertThat(kept.path("doneBy").asText()).isEqualTo("bruno");
        assertThat(story(one)).containsExactly("planned", "due", "done");
        assertThat(steps(ticket)).isEmpty();
        assertThat(cases.hasEnded(one, "followup")).isTrue();
        assertThat(cases.fact(one, "state")).isEqualTo("CLOSED");
        assertThat(cases.walked(one, "followup")).contains("endEvent_followUpEnded");
        assertThat(cases.fact(ticket, "state")).isEqualTo("OPEN");
    }

    @Test
    void aPromiseThatIsPutOffComesBackAndIsCounted() {
        var one = plan("bruno", Map.of("what", "ligar", "dueAt", inHours(30), "exact", true));
        cases.fireTimer(one, "followup", "event_due");
        var later = inHours(80);

        cases.complete(
                "bruno",
                cases.taskOf(one).getId(),
                Var.text("outcome").of("rescheduled"),
                Var.text("newDueAt").of(later.toString()),
                Var.text("rescheduleReason").of("customerAsked"));

        assertThat(cases.taskOf(one)).isNull();
        assertThat(get(one).path("rescheduled").asInt()).isEqualTo(1);
        assertThat(Instant.parse(get(one).path("dueAt").asText())).isEqualTo(later);
        assertThat(cases.dueOfTimer(one, "followup", "event_due")).isEqualTo(later.minus(Duration.ofMinutes(15)));
        cases.fireTimer(one, "followup", "event_due");
        assertThat(cases.taskOf(one).getDueDate().toInstant()).isEqualTo(later);
        assertThat(cases.walked(one, "followup"))
                .containsSubsequence(KEEP, "gateway_kept", "serviceTask_rescheduleFollowUp", "gateway_wait", KEEP);
    }

    @Test
    void whatWaitsIsPutOffByItsTimerAlone() {
        var one = plan("bruno", Map.of("what", "ligar", "dueAt", inHours(30), "exact", true));
        var later = inHours(50);

        var answer = agent.post(
                "bruno",
                "/api/v1/follow-ups/" + one + "/reschedule",
                Map.of("dueAt", later, "reason", "sem carro hoje"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("rescheduled").asInt()).isEqualTo(1);
        assertThat(cases.dueOfTimer(one, "followup", "event_due")).isEqualTo(later.minus(Duration.ofMinutes(15)));
        assertThat(get(one).path("happenings").get(1).path("note").asText()).isEqualTo("sem carro hoje");
        assertThat(cases.walked(one, "followup")).doesNotContain("serviceTask_rescheduleFollowUp");
    }

    @Test
    void aPromiseIsKeptBeforeItIsDue() {
        var one = plan("bruno", Map.of("what", "ligar", "dueAt", inHours(30), "exact", true));

        assertThat(agent.post("bruno", "/api/v1/follow-ups/" + one + "/done", null)
                        .status())
                .isEqualTo(200);

        assertThat(get(one).path("outcome").asText()).isEqualTo("done");
        assertThat(get(one).path("onTime").asBoolean()).isTrue();
        assertThat(cases.walked(one, "followup"))
                .containsSubsequence("event_resumed", "gateway_stillNeeded", "serviceTask_settleFollowUp")
                .doesNotContain(KEEP);
    }

    @Test
    void aPromiseIsCancelledWhileItsTaskWaits() {
        var one = plan("bruno", Map.of("what", "ligar", "dueAt", inHours(30), "exact", true));
        cases.fireTimer(one, "followup", "event_due");

        var answer = agent.post("bruno", "/api/v1/follow-ups/" + one + "/cancel", Map.of("reason", "customerDeclined"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("state").asText()).isEqualTo("CANCELLED");
        assertThat(answer.body().path("reason").asText()).isEqualTo("customerDeclined");
        assertThat(agent.post("bruno", "/api/v1/follow-ups/" + one + "/done", null)
                        .problem())
                .isEqualTo("case-not-waiting");
    }

    @Test
    void wordsWrittenTodayGoOutWhenTheyAreDueWhoeverHasTheWord() {
        cases.claim("bruno", cases.taskOf(ticket).getId());
        var one = plan("bruno", Map.of("text", TEXT, "dueAt", inHours(20), "exact", true));
        cases.fireTimer(one, "followup", "event_due");

        eventually(() -> cases.hasEnded(one, "followup"));

        assertThat(customer.received(phone)).contains(TEXT);
        assertThat(get(one).path("outcome").asText()).isEqualTo("sent");
        assertThat(cases.walked(one, "send-words")).containsSubsequence("serviceTask_sendText", "endEvent_textSent");
        assertThat(story(one)).containsExactly("planned", "sent");
        assertThat(agent.messages(conversation).stream()
                        .filter(message -> message.path("text").asText().equals(TEXT))
                        .map(message -> message.path("case").asText()))
                .containsExactly(one);
    }

    @Test
    void aTemplateGoesOutWhereTheWindowIsClosed() {
        var one = plan("bruno", Map.of("text", TEXT, "dueAt", inHours(20), "exact", true));
        cases.aDayPassesFor(conversation);
        cases.fireTimer(one, "followup", "event_due");

        eventually(() -> cases.hasEnded(one, "followup"));

        assertThat(customer.received(phone)).doesNotContain(TEXT);
        assertThat(customer.received(phone))
                .anySatisfy(text -> assertThat(text).contains("temos uma resposta ao seu atendimento"));
        assertThat(cases.walked(one, "send-words"))
                .containsSubsequence("event_windowClosed", "businessRuleTask_chooseTemplate", "endEvent_templateSent");
    }

    @Test
    void aPlannedTemplateCallsWhoeverNobodyKnowsPolitely() {
        cases.nobodyKnowsTheNameOf(phone);
        var template = Map.of("name", "retomar_conversa", "values", "nome = {{customer.firstName}}");
        var one = plan("bruno", Map.of("template", template, "dueAt", inHours(20), "exact", true));
        cases.fireTimer(one, "followup", "event_due");

        eventually(() -> cases.hasEnded(one, "followup"));

        assertThat(customer.received(phone)).anySatisfy(text -> assertThat(text).startsWith("Olá cliente"));
    }

    @Test
    void aTemplateIsPlannedToo() {
        var one = plan(
                "bruno",
                Map.of(
                        "template",
                        Map.of("name", "retomar_conversa", "values", "nome = {{customer.firstName}}"),
                        "dueAt",
                        inHours(20),
                        "exact",
                        true));
        cases.fireTimer(one, "followup", "event_due");

        eventually(() -> cases.hasEnded(one, "followup"));

        assertThat(cases.walked(one, "send-words"))
                .containsSubsequence("gateway_textOrTemplate", "serviceTask_sendTemplate", "endEvent_templateSent")
                .doesNotContain("serviceTask_sendText");
    }

    @Test
    void whereNoTemplateIsForItAPersonHasIt() {
        var one = plan("bruno", Map.of("text", TEXT, "dueAt", inHours(20), "exact", true));
        cases.aDayPassesFor(conversation);
        processes.set(
                cases.instanceOf(one, "followup").getId(), Var.text("purpose").of("marketing"));
        cases.fireTimer(one, "followup", "event_due");

        var task = eventually(() -> keeping(one));

        assertThat(task.getAssignee()).isEqualTo("bruno");
        assertThat(get(one).path("notSent").asText()).isEqualTo("conversation.windowClosed");
        assertThat(get(one).path("mode").asText()).isEqualTo("BY_HAND");
        assertThat(story(one)).contains("notSent");
        assertThat(cases.walked(one, "followup"))
                .containsSubsequence("event_notSent", "serviceTask_handFollowUpToPerson", KEEP);
        assertThat(cases.walked(one, "send-words")).contains("endEvent_nothingToSend");
        cases.complete(
                "bruno",
                task.getId(),
                Var.text("outcome").of("cancelled"),
                Var.text("cancelReason").of("customerDeclined"));
        assertThat(get(one).path("outcome").asText()).isEqualTo("notSent");
    }

    @Test
    void whoWantsNoMessagesIsNotWrittenTo() {
        var one = plan("bruno", Map.of("text", TEXT, "dueAt", inHours(20), "exact", true));
        agent.post(
                "bruno",
                "/api/v1/customers/" + cases.fact(ticket, "customer") + "/consents",
                Map.of("purpose", "SERVICE", "state", "WITHDRAWN", "proof", "pediu por telefone"));
        cases.fireTimer(one, "followup", "event_due");

        var task = eventually(() -> keeping(one));

        assertThat(task.getAssignee()).isEqualTo("bruno");
        assertThat(get(one).path("notSent").asText()).isEqualTo("conversation.optedOut");
        assertThat(customer.received(phone)).doesNotContain(TEXT);
    }

    @Test
    void whenTheCustomerWritesFirstItsOwnerIsAsked() {
        var one = plan("bruno", Map.of("what", "perguntar da peça", "dueAt", inHours(30), "exact", true));

        customer.says(phone, "a peça chegou e não serve na geladeira");

        var task = eventually(() -> keeping(one));
        assertThat(task.getAssignee()).isEqualTo("bruno");
        assertThat(get(one).path("customerWroteFirst").asBoolean()).isTrue();
        assertThat(story(one)).containsExactly("planned", "customerWrote", "due");
        assertThat(cases.walked(one, "followup"))
                .contains(
                        "serviceTask_noteCustomerWroteFirst",
                        "endEvent_customerNoted",
                        "event_resumed",
                        "gateway_stillNeeded");
        customer.says(phone, "alguém pode vir trocar a peça hoje?");
        eventually(() -> cases.handled(conversation) == 3);
        assertThat(story(one)).containsExactly("planned", "customerWrote", "due");
    }

    @Test
    void aThankYouAsksNobody() {
        var one = plan("bruno", Map.of("what", "perguntar da peça", "dueAt", inHours(30), "exact", true));

        customer.says(phone, "ok, obrigado!");

        eventually(() -> cases.handled(conversation) == 2);
        assertThat(cases.taskOf(one)).isNull();
        assertThat(get(one).path("customerWroteFirst").asBoolean()).isFalse();
    }

    @Test
    void wordsThatWaitBecomeAQuestionWhenTheCustomerWritesFirst() {
        var one = plan("bruno", Map.of("text", TEXT, "dueAt", inHours(30), "exact", true));

        customer.says(phone, "a geladeira voltou a gelar sozinha, que estranho");

        assertThat(eventually(() -> keeping(one)).getAssignee()).isEqualTo("bruno");
        assertThat(customer.received(phone)).doesNotContain(TEXT);
        assertThat(get(one).path("text").asText()).isEqualTo(TEXT);
    }

    @Test
    void aCadenceIsInVainOnceTheCustomerHasWritten() {
        var one = plan("bruno", Map.of("text", TEXT, "purpose", "cadence", "dueAt", inHours(30), "exact", true));

        customer.says(phone, "pode mandar o técnico amanhã de manhã?");

        eventually(() -> cases.hasEnded(one, "followup"));
        assertThat(get(one).path("outcome").asText()).isEqualTo("customerWrote");
        assertThat(get(one).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(customer.received(phone)).doesNotContain(TEXT);
    }

    @Test
    void anOverduePromiseEscalatesToItsOwnerAndThenToAManager() {
        var one = plan("bruno", Map.of("what", "ligar", "dueAt", inHours(30), "exact", true));
        cases.fireTimer(one, "followup", "event_due");

        cases.fireTimer(one, "followup", "event_overdue");

        assertThat(get(one).path("happenings").findValuesAsText("what")).contains("overdue");
        assertThat(cases.walked(one, "followup"))
                .contains("serviceTask_noteOverdue", "endEvent_overdueTold", "callActivity_escalation");
        eventually(() -> notices("bruno").contains(one + " overdue"));
        eventually(() -> cases.dueOfTimer(one, "escalation", "event_nextLevelDue") != null);
        cases.fireTimer(one, "escalation", "event_nextLevelDue");
        eventually(() -> notices("marta").contains(one + " overdue"));
        var handling = eventually(() -> open(one, "userTask_handleEscalation"));
        cases.claim("marta", handling.getId());
        cases.complete("marta", handling.getId(), Var.text("reaction").of("helped"));
        eventually(() -> cases.walked(one, "followup").contains("endEvent_escalated"));
        cases.complete("bruno", keeping(one).getId(), Var.text("outcome").of("done"));
        assertThat(cases.hasEnded(one, "followup")).isTrue();
    }

    @Test
    void whatIsDueForSomebodyWhoIsAbsentIsAnothersBeforeItIsLate() {
        var queue = colleagues.queue(Map.of());
        var away = hire(queue);
        var there = hire(queue);
        colleagues.says(there, "ONLINE");
        move(ticket, queue);
        var one = plan(away, Map.of("what", "ligar", "dueAt", inHours(30), "exact", true));
        agent.post(
                "marta",
                "/api/v1/agents/" + away + "/absences",
                Map.of("from", inHours(-1), "until", inHours(60), "substitute", there, "reason", "férias"));
        eventually(() -> {
            cases.fireTimer(one, "followup", "event_due");
            return true;
        });

        assertThat(eventually(() -> keeping(one)).getAssignee()).isEqualTo(there);
        assertThat(get(one).path("owner").asText()).isEqualTo(there);
        assertThat(get(one).path("overdue").asBoolean()).isFalse();
    }

    @Test
    void whoLeavesLeavesNoPromiseBehind() {
        var queue = colleagues.queue(Map.of());
        var leaving = hire(queue);
        var staying = hire(queue);
        move(ticket, queue);
        var one = plan(leaving, Map.of("what", "ligar", "dueAt", inHours(30), "exact", true));

        var answer = agent.post("admin", "/api/v1/agents/" + leaving + "/leave", Map.of("to", staying));

        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        hired.remove(leaving);
        eventually(() -> get(one).path("owner").asText().equals(staying));
        cases.fireTimer(one, "followup", "event_due");
        assertThat(keeping(one).getAssignee()).isEqualTo(staying);
    }

    private String hire(String queue) {
        var one = colleagues.hired(queue, Map.of());
        hired.add(one);
        return one;
    }

    private void move(String number, String queue) {
        var answer = agent.post("marta", "/api/v1/conversations/" + conversation + "/transfer", Map.of("queue", queue));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        eventually(() -> cases.fact(number, "queue").equals(queue));
    }

    private String plan(String user, Map<String, Object> wish) {
        var body = new HashMap<String, Object>(wish);
        body.put("conversation", conversation);
        var answer = agent.post(user, "/api/v1/follow-ups", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("number").asText();
    }

    private JsonNode get(String number) {
        return agent.get("marta", "/api/v1/follow-ups/" + number).body();
    }

    private List<String> story(String number) {
        return get(number).path("happenings").findValuesAsText("what");
    }

    private List<String> steps(String number) {
        return jdbc.sql("select what || ' ' || reference from casework.next_step where case_number = ?")
                .param(number)
                .query(String.class)
                .list();
    }

    private @Nullable Task keeping(String number) {
        return open(number, KEEP);
    }

    private @Nullable Task open(String number, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult();
    }

    private List<String> notices(String user) {
        var items = agent.get(user, "/api/v1/notices?limit=200").body().path("items");
        var found = new ArrayList<String>();
        items.forEach(item ->
                found.add(item.path("case").asText() + " " + item.path("event").asText()));
        return found;
    }

    private static Instant inHours(int hours) {
        return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }
}
