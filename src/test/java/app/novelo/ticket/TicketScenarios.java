package app.novelo.ticket;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path through {@code processes/ticket/ticket.bpmn}. */
@RunningNovelo
class TicketScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Test
    void aTicketTellsItsProtocolAndWaitsForAnAgentOfItsQueue() {
        var phone = customer.newPhone();
        var ticket = givenATicket(phone);

        var task = eventually(() -> cases.taskOf(ticket));
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_resolveTicket");
        assertThat(task.getDueDate()).isNotNull();
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains(ticket)));
        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_protocolTold"));
        assertThat(ticket).matches("T-\\d{8}-\\d{6,}");
        assertThat(work("bruno", ticket)).isTrue();
        assertThat(work("ana", ticket)).isFalse();
    }

    @Test
    void anAgentAnswersAndClosesTheTicket() {
        var phone = customer.newPhone();
        var ticket = givenATicket(phone);
        var conversation = cases.conversationOf(phone);
        claim("bruno", ticket);

        var answer = agent.writes("bruno", conversation, "Bom dia! Vamos ver isso agora.");

        assertThat(answer.status()).isEqualTo(202);
        eventually(() -> customer.received(phone).contains("Bom dia! Vamos ver isso agora."));
        close("bruno", ticket, "solved");
        assertThat(cases.hasEnded(ticket, "ticket")).isTrue();
        assertThat(cases.walked(ticket, "ticket"))
                .containsSubsequence(
                        "serviceTask_openTicket",
                        "businessRuleTask_setPriority",
                        "businessRuleTask_route",
                        "serviceTask_queueTicket",
                        "serviceTask_startServiceLevel",
                        "userTask_resolveTicket",
                        "gateway_outcome",
                        "serviceTask_settleTicket",
                        "gateway_tellAndRest",
                        "event_timeToReopenOver",
                        "serviceTask_closeTicket",
                        "endEvent_ticketClosed");
        assertThat(agent.get("bruno", "/api/v1/tickets/" + ticket)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("CLOSED");
        assertThat(agent.get("bruno", "/api/v1/tickets/" + ticket)
                        .body()
                        .path("resolution")
                        .asText())
                .isEqualTo("solved");
        assertThat(agent.get("bruno", "/api/v1/conversations/" + conversation)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RESOLVED");
    }

    @Test
    void aFurtherMessageBelongsToTheOpenTicket() {
        var phone = customer.newPhone();
        var ticket = givenATicket(phone);

        customer.says(phone, "a marca é Brastemp, comprei em março");

        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_replyNoted"));
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        var conversation = cases.conversationOf(phone);
        var messages = agent.get("bruno", "/api/v1/conversations/" + conversation + "/messages")
                .body()
                .path("items");
        assertThat(StreamSupport.stream(messages.spliterator(), false)
                        .filter(message -> message.path("direction").asText().equals("IN")))
                .hasSize(2)
                .allMatch(message -> message.path("case").asText().equals(ticket));
    }

    @Test
    void aProtocolThatCannotBeToldHoldsNothingBack() {
        var phone = customer.newPhone();
        customer.fault(phone, "error", 131026, 1);

        var ticket = givenATicket(phone);

        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_protocolNotTold"));
        assertThat(cases.walked(ticket, "ticket")).contains("event_protocolNotSent");
        claim("bruno", ticket);
        close("bruno", ticket, "answered");
        assertThat(cases.hasEnded(ticket, "ticket")).isTrue();
    }

    @Test
    void aTicketThatIsClosedBeforeItsProtocolWasToldTakesTheMessageWithIt() {
        var phone = customer.newPhone();
        customer.fault(phone, "http-500", 0, 3);
        var ticket = givenATicket(phone);
        claim("bruno", ticket);

        close("bruno", ticket, "duplicate");

        assertThat(cases.hasEnded(ticket, "ticket")).isTrue();
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(customer.received(phone)).isEmpty();
    }

    @Test
    void aMessageAfterTheEndOpensANewTicketOfTheSameCustomer() {
        var phone = customer.newPhone();
        var first = givenATicket(phone);
        claim("bruno", first);
        close("bruno", first, "solved");

        customer.says(phone, "minha máquina de lavar não liga");

        eventually(() -> cases.numbersOf(phone).size() == 2);
        assertThat(cases.numbersOf(phone)).startsWith(first);
    }

    @Test
    void onlyTheAssigneeClosesATicketAndOnlyWithDeclaredFields() {
        var phone = customer.newPhone();
        var ticket = givenATicket(phone);
        claim("bruno", ticket);
        var task = cases.taskOf(ticket).getId();

        assertThat(complete("carla", task, Map.of()).status()).isGreaterThanOrEqualTo(400);
        assertThat(complete("admin", task, Map.of("queue", Map.of("value", "billing")))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(cases.hasEnded(ticket, "ticket")).isFalse();
    }

    @Test
    void everyDecisionOfATicketIsKeptWithAllThatWasOffered() {
        var phone = customer.newPhone();
        var ticket = givenATicket(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();

        var why = agent.get("bruno", "/api/v1/work/tasks/" + task).body().path("why");

        assertThat(StreamSupport.stream(why.spliterator(), false)
                        .map(decision -> decision.path("decision").asText()))
                .containsExactly("triage", "priority", "routing", "sla", "sla");
        assertThat(cases.offered(ticket, "routing"))
                .contains("\"kind\": \"ticket\"", "\"intent\": \"support\"", "\"contract\": null");
    }

    @Test
    void aTicketIsNoRecontactOfItself() {
        var phone = customer.newPhone();
        var first = givenATicket(phone);
        eventually(() -> cases.taskOf(first));
        claim("bruno", first);
        close("bruno", first, "solved");
        customer.says(phone, "minha máquina de lavar não liga");
        eventually(() -> cases.numbersOf(phone).size() == 2);
        var second = cases.numbersOf(phone).get(1);

        assertThat(cases.offered(first, "priority"))
                .contains("\"recontacts7d\": 0", "\"isKnownCustomer\": false", "\"hasOpenCase\": false");
        assertThat(cases.offered(second, "priority"))
                .contains("\"recontacts7d\": 1", "\"isKnownCustomer\": true", "\"hasOpenCase\": false");
    }

    private String givenATicket(String phone) {
        customer.says(phone, "minha geladeira não gela");
        return cases.ticketOf(phone);
    }

    private boolean work(String user, String ticket) {
        var task = cases.taskOf(ticket).getId();
        return agent.get(user, "/api/v1/work/tasks/" + task).status() == 200;
    }

    private void claim(String user, String ticket) {
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        assertThat(cases.claim(user, task)).isTrue();
    }

    private void close(String user, String ticket, String resolution) {
        cases.closeForGood(user, cases.taskOf(ticket).getId(), resolution);
    }

    private Agent.Answer complete(String user, String task, Map<String, Object> variables) {
        return agent.post(user, "/engine-rest/task/" + task + "/complete", Map.of("variables", variables));
    }
}
