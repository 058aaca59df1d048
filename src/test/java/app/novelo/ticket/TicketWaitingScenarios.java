package app.novelo.ticket;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A ticket that waits, is handed on, is resolved and opened again, through {@code processes/ticket/ticket.bpmn}. */
@RunningNovelo
class TicketWaitingScenarios {

    private static final String RESOLVE = "userTask_resolveTicket";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    private String phone = "";
    private String ticket = "";
    private String conversation = "";

    @BeforeEach
    void brunoHasATicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        conversation = cases.conversationOf(phone);
        eventually(() -> received("protocolo"));
        assertThat(cases.claim("bruno", task)).isTrue();
    }

    @Test
    void aTicketThatWaitsForTheCustomerGoesOnWithTheSameAgentWhenHeWrites() {
        says("waitingCustomer");

        assertThat(cases.taskOf(ticket)).isNull();
        assertThat(state()).isEqualTo("WAITING_CUSTOMER");
        assertThat(conversationState()).isEqualTo("WAITING_CUSTOMER");
        customer.says(phone, "a marca é Brastemp, modelo BRM44");

        var task = eventually(() -> cases.taskOf(ticket));
        assertThat(task.getTaskDefinitionKey()).isEqualTo(RESOLVE);
        assertThat(task.getAssignee()).isEqualTo("bruno");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(
                        cases.fact(
                                ticket,
                                "(select min(c.due_at) from servicelevel.clock c where c.case_number = number and c.ended_at is null)"))
                .as("due by the clocks that go on, the next response among them")
                .isEqualTo(cases.fact(ticket, "due_at"));
        assertThat(cases.fact(ticket, "(select w.due_at from casework.work_item w where w.case_number = number)"))
                .as("the engine's dates have milliseconds")
                .isEqualTo(cases.fact(ticket, "date_trunc('milliseconds', due_at)"));
        assertThat(state()).isEqualTo("OPEN");
        assertThat(conversationState()).isEqualTo("OPEN");
        assertThat(walked())
                .containsSubsequence(
                        RESOLVE,
                        "gateway_outcome",
                        "businessRuleTask_decideSilence",
                        "serviceTask_pauseTicket",
                        "event_ticketResumed",
                        "serviceTask_resumeTicket",
                        RESOLVE);
    }

    @Test
    void anAgentDoesItAllInTasklistWithHisOwnRights() {
        for (var outcome : List.of("escalate", "waitingCustomer")) {
            assertThat(inTasklist(outcome, Map.of())).isEqualTo(204);
            if (outcome.equals("waitingCustomer")) {
                customer.says(phone, "a marca é Brastemp");
                eventually(() -> cases.tasksOf(ticket).stream()
                        .anyMatch(task -> task.getTaskDefinitionKey().equals(RESOLVE)));
            }
        }

        assertThat(inTasklist("resolved", Map.of("resolution", Map.of("value", "solved"))))
                .isEqualTo(204);
        assertThat(state()).isEqualTo("RESOLVED");
    }

    private static String json(Map<String, Object> variables) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("variables", variables));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int inTasklist(String outcome, Map<String, Object> more) {
        var task = cases.tasksOf(ticket).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(RESOLVE))
                .findFirst()
                .orElseThrow();
        var variables = new HashMap<>(more);
        variables.put("outcome", Map.of("value", outcome));
        return Visitor.loggedIn(port, "tasklist", "bruno", "people-of-tests")
                .post("/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form", json(variables))
                .status();
    }

    @Test
    void aThankYouDoesNotEndTheWait() {
        says("waitingCustomer");

        customer.says(phone, "ok, obrigado!");

        eventually(() -> cases.handled(conversation) == 2);
        assertThat(state()).isEqualTo("WAITING_CUSTOMER");
        assertThat(eventually(() -> conversationState().equals("WAITING_CUSTOMER")))
                .isTrue();
        assertThat(cases.taskOf(ticket)).isNull();
    }

    @Test
    void anAnswerThatNeverReachedHimEndsTheWaitForHisReply() {
        says("waitingCustomer");
        customer.fault(phone, "error", 131026, 1);

        agent.writes("bruno", conversation, "Qual é a marca?");

        assertThat(eventually(() -> cases.taskOf(ticket)).getAssignee()).isEqualTo("bruno");
        eventually(() -> agent.get("bruno", "/api/v1/tickets/" + ticket)
                .body()
                .path("clocks")
                .findValuesAsText("state")
                .contains("RUNNING"));
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    void aSilentCustomerIsRemindedAndThenTheTicketIsClosedWithANotice() {
        says("waitingCustomer");

        cases.fireTimer(ticket, "ticket", "event_waitOver");
        eventually(() -> received("Ainda precisamos da sua resposta"));
        eventually(() -> waitsAtTheTimer("event_waitOver"));
        assertThat(state()).isEqualTo("WAITING_CUSTOMER");
        cases.fireTimer(ticket, "ticket", "event_waitOver");

        assertThat(state()).isEqualTo("RESOLVED");
        assertThat(resolution()).isEqualTo("noReply");
        eventually(() -> received("Como não tivemos resposta"));
        eventually(() -> walked().contains("endEvent_customerTold"));
        assertThat(walked())
                .containsSubsequence("gateway_afterSilence", "serviceTask_remindCustomer", "serviceTask_settleTicket");
    }

    @Test
    void aReminderThatCannotBeSentDoesNotHoldTheTicket() {
        says("waitingCustomer");
        customer.fault(phone, "error", 131026, 1);

        cases.fireTimer(ticket, "ticket", "event_waitOver");

        eventually(() -> walked().contains("event_reminderNotSent"));
        eventually(() -> waitsAtTheTimer("event_waitOver"));
    }

    @Test
    void aComplaintIsNeverClosedBySilence() {
        var complaint = givenAComplaint();
        cases.complete("bruno", complaint.task(), Var.text("outcome").of("waitingCustomer"));

        cases.fireTimer(complaint.number(), "ticket", "event_waitOver");
        eventually(() -> waitsAtTheTimer(complaint.number(), "event_waitOver"));
        cases.fireTimer(complaint.number(), "ticket", "event_waitOver");

        assertThat(cases.taskOf(complaint.number()).getAssignee()).isEqualTo("bruno");
        assertThat(cases.fact(complaint.number(), "state")).isEqualTo("OPEN");
    }

    @Test
    void aTicketThatWaitsForSomebodyElseComesBackByItself() {
        cases.complete(
                "bruno",
                task(),
                Var.text("outcome").of("waitingThirdParty"),
                Var.text("lookAgainAt").of("2099-01-04"));

        assertThat(state()).isEqualTo("WAITING_THIRD_PARTY");
        assertThat(cases.dueOfTimer(ticket, "ticket", "event_waitOver"))
                .isEqualTo(Instant.parse("2099-01-04T12:00:00Z"));
        cases.fireTimer(ticket, "ticket", "event_waitOver");

        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("bruno");
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    void theFormGivesATicketToAnotherQueue() {
        cases.complete(
                "bruno",
                task(),
                Var.text("outcome").of("transfer"),
                Var.text("transferTo").of("billing"));

        assertThat(walked()).contains("serviceTask_transferTicket");
        assertThat(cases.taskOf(ticket).getAssignee()).isNull();
        assertThat(agent.get("bia", "/api/v1/work/tasks/" + task()).status()).isEqualTo(200);
        assertThat(agent.get("bruno", "/api/v1/work/tasks/" + task()).status()).isEqualTo(404);
    }

    @Test
    void theCustomerIsToldAndComesBackToTheSameProtocol() {
        cases.complete("bruno", task(), "solved");
        assertThat(state()).isEqualTo("RESOLVED");
        assertThat(conversationState()).isEqualTo("RESOLVED");
        eventually(() -> received("foi concluído"));

        customer.presses(phone, "reopen", "Preciso de ajuda");

        var again = eventually(() -> cases.taskOf(ticket));
        assertThat(again.getAssignee()).isEqualTo("bruno");
        assertThat(state()).isEqualTo("OPEN");
        assertThat(conversationState()).isEqualTo("OPEN");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(cases.conversationOf(phone)).isEqualTo(conversation);
        assertThat(walked()).containsSubsequence("event_customerCameBack", "serviceTask_reopenTicket", RESOLVE);
    }

    @Test
    void aThankYouLeavesAResolvedTicketInPeace() {
        cases.complete("bruno", task(), "solved");

        customer.says(phone, "muito obrigado!");

        eventually(() -> cases.handled(conversation) == 2);
        eventually(() -> conversationState().equals("RESOLVED"));
        assertThat(state()).isEqualTo("RESOLVED");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void anotherWishAfterTheEndIsANewTicketInTheSameConversation() {
        cases.complete("bruno", task(), "solved");

        customer.says(phone, "preciso da segunda via do boleto");

        var second = eventually(() -> cases.numbersOf(phone).get(1));
        assertThat(cases.conversationOf(phone)).isEqualTo(conversation);
        assertThat(eventually(() -> cases.taskOf(second))).isNotNull();
        cases.fireTimer(ticket, "ticket", "event_timeToReopenOver");
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(conversationState()).isEqualTo("OPEN");
    }

    @Test
    void aConfirmationThatCannotBeSentHoldsNothingBack() {
        customer.fault(phone, "error", 131026, 1);

        cases.complete("bruno", task(), "solved");

        eventually(() -> walked().contains("endEvent_customerNotTold"));
        assertThat(walked()).contains("event_confirmationNotSent");
        cases.fireTimer(ticket, "ticket", "event_timeToReopenOver");
        assertThat(cases.hasEnded(ticket, "ticket")).isTrue();
    }

    @Test
    void ofADuplicateTheCustomerIsNotTold() {
        cases.complete("bruno", task(), "duplicate");

        assertThat(walked()).contains("endEvent_nothingToTell").doesNotContain("serviceTask_confirmResolution");
    }

    @Test
    void actsOfTheApiAreActsOnTheProcess() {
        assertThat(act("bruno", "snooze", Map.of("onReply", true)).status()).isEqualTo(204);
        assertThat(state()).isEqualTo("WAITING_CUSTOMER");

        assertThat(act("bruno", "resolve", Map.of("reason", "answered", "note", "por telefone"))
                        .status())
                .isEqualTo(204);

        assertThat(state()).isEqualTo("RESOLVED");
        assertThat(resolution()).isEqualTo("answered");
        assertThat(walked()).containsSubsequence("event_ticketResumed", RESOLVE, "serviceTask_settleTicket");
        assertThat(act("bruno", "resolve", Map.of()).status()).as("once more").isEqualTo(204);
    }

    @Test
    void whoSnoozesATicketSeesItAgainAtItsTime() {
        var until = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

        assertThat(act("bruno", "snooze", Map.of("until", until.toString())).status())
                .isEqualTo(204);

        assertThat(state()).isEqualTo("OPEN");
        assertThat(conversationState()).isEqualTo("SNOOZED");
        assertThat(cases.dueOfTimer(ticket, "ticket", "event_waitOver")).isEqualTo(until);
        cases.fireTimer(ticket, "ticket", "event_waitOver");
        assertThat(conversationState()).isEqualTo("OPEN");
        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("bruno");
    }

    @Test
    void aThankYouLeavesASnoozedTicketAside() {
        assertThat(act("bruno", "snooze", Map.of("until", tomorrow())).status()).isEqualTo(204);

        customer.says(phone, "ok, obrigado!");

        eventually(() -> cases.handled(conversation) == 2);
        eventually(() -> conversationState().equals("SNOOZED"));
        assertThat(cases.taskOf(ticket)).isNull();
    }

    @Test
    void aConversationThatIsOverIsNotHandedOn() {
        cases.closeForGood("bruno", task(), "solved");

        for (var to : List.of(Map.<String, Object>of("queue", "triage"), Map.<String, Object>of("agent", "carla"))) {
            var refused = act("marta", "transfer", to);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("no-case");
        }

        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void onlyWhoHasTheTicketOrAManagerActsOnIt() {
        var refused = act("carla", "transfer", Map.of("queue", "billing"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-your-turn");
        assertThat(refused.body().path("speakerName").asText()).contains("Bruno");
        assertThat(act("ana", "transfer", Map.of("queue", "billing")).status()).isEqualTo(404);
        assertThat(act("marta", "transfer", Map.of("agent", "carla", "note", "ela sabe"))
                        .status())
                .isEqualTo(204);
        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("carla");
    }

    @Test
    void aTicketThatWaitsIsStillItsOwners() {
        says("waitingCustomer");

        assertThat(act("carla", "resolve", Map.of()).problem()).isEqualTo("not-your-turn");
        assertThat(act("carla", "transfer", Map.of("queue", "billing")).problem())
                .isEqualTo("not-your-turn");

        assertThat(state()).isEqualTo("WAITING_CUSTOMER");
        assertThat(act("marta", "resolve", Map.of()).status()).isEqualTo(204);
        assertThat(state()).isEqualTo("RESOLVED");
    }

    @Test
    void badActsAreRefusedWithTheField() {
        var bad = new ArrayList<>(List.of(
                act("bruno", "transfer", Map.of()),
                act("bruno", "transfer", Map.of("queue", "nowhere")),
                act("bruno", "transfer", Map.of("agent", "nobody")),
                act("bruno", "snooze", Map.of()),
                act("bruno", "snooze", Map.of("until", "2020-01-01T00:00:00Z")),
                act("bruno", "resolve", Map.of("reason", "because")),
                act("bruno", "resolve", Map.of("note", "x".repeat(2001)))));

        assertThat(bad).allMatch(answer -> answer.status() == 400);
        assertThat(cases.taskOf(ticket).getAssignee()).isEqualTo("bruno");
    }

    private record Complaint(String number, String task) {}

    private Complaint givenAComplaint() {
        var other = customer.newPhone();
        customer.says(other, "péssimo atendimento, o técnico não veio e ninguém avisou");
        var number = cases.ticketOf(other);
        var task = eventually(() -> cases.taskOf(number)).getId();
        assertThat(cases.fact(number, "intent")).isEqualTo("complaint");
        assertThat(cases.claim("bruno", task)).isTrue();
        return new Complaint(number, task);
    }

    private void says(String outcome) {
        cases.complete("bruno", task(), Var.text("outcome").of(outcome));
    }

    private static String tomorrow() {
        return Instant.now()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private Agent.Answer act(String user, String act, Map<String, Object> body) {
        return agent.post(user, "/api/v1/conversations/" + conversation + "/" + act, body);
    }

    private String task() {
        return cases.taskOf(ticket).getId();
    }

    private List<String> walked() {
        return cases.walked(ticket, "ticket");
    }

    private String state() {
        return cases.fact(ticket, "state");
    }

    private String conversationState() {
        return agent.get("marta", "/api/v1/conversations/" + conversation)
                .body()
                .path("state")
                .asText();
    }

    private String resolution() {
        return agent.get("marta", "/api/v1/tickets/" + ticket)
                .body()
                .path("resolution")
                .asText();
    }

    private boolean received(String words) {
        return customer.received(phone).stream().anyMatch(text -> text.contains(words));
    }

    private boolean waitsAtTheTimer(String element) {
        return waitsAtTheTimer(ticket, element);
    }

    private boolean waitsAtTheTimer(String number, String element) {
        return cases.dueOfTimer(number, "ticket", element) != null;
    }
}
