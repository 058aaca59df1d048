package app.novelo.lead;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.casework.CaseActs;
import app.novelo.casework.CaseActs.Act;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.OwnLine;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong in the midst of a sale: it is clear, and nothing is lost. */
@RunningNovelo
class LeadFaultsTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    CaseActs acts;

    @Autowired
    Turns turns;

    @Test
    void whoeverWantsToBeWrittenToNoMoreIsNotTakenUpAgainByItself() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        complete(
                lead, Var.text("outcome").of("nurture"), Var.text("putOffUntil").of("2999-01-01"));
        customer.says(phone, "não quero mais receber mensagens de vocês, parem de me escrever");
        eventually(() -> cases.handled(cases.conversationOf(phone)) == 2);
        int before = customer.received(phone).size();

        if (cases.dueOfTimer(lead, "lead", "event_nurtureOver") != null) {
            cases.fireTimer(lead, "lead", "event_nurtureOver");
        }

        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_contactLead"));
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(customer.received(phone)
                        .subList(before, customer.received(phone).size()))
                .noneMatch(text -> text.contains("Ficamos de conversar"));
        assertThat(cases.hasEnded(lead, "lead")).isFalse();
    }

    @Test
    void twoWhoAreOneKeepBothLeadsOnOneCustomer() {
        var one = givenALead(customer.newPhone());
        var two = givenALead(customer.newPhone());

        var merged = agent.post(
                "marta",
                "/api/v1/customers/" + lead(one).path("customer").asText() + "/merge",
                Map.of("into", lead(two).path("customer").asText()));

        assertThat(merged.status()).isEqualTo(200);
        assertThat(lead(one).path("customer")).isEqualTo(lead(two).path("customer"));
        assertThat(cases.taskOf(one)).isNotNull();
        assertThat(cases.taskOf(two)).isNotNull();
        assertThat(move(one, Map.of("stage", "lost", "reason", "duplicate"))
                        .path("stage")
                        .asText())
                .isEqualTo("lost");
        assertThat(cases.hasEnded(two, "lead")).isFalse();
    }

    @Test
    void aLeadFollowsItsCustomerToTheLineOnWhichHeWrites() {
        var line = new OwnLine(customer, agent).known(Map.of("queue", "triage"));
        try {
            var phone = customer.newPhone();
            var lead = givenALead(phone);
            var before = cases.conversationOf(phone);

            customer.sends(phone, line.number(), customer.text("quero comprar um ar condicionado, qual o preço?"));

            eventually(() -> !lead(lead).path("conversation").asText().equals(before));
            assertThat(cases.numbersOf(phone)).containsExactly(lead);
            var now = lead(lead).path("conversation").asText();
            assertThat(conversation(now).path("case").asText()).isEqualTo(lead);
            assertThat(conversation(before).path("state").asText()).isEqualTo("RESOLVED");
            eventually(() -> cases.walked(lead, "lead").contains("endEvent_replyNoted"));
            assertThat(agent.writes("ana", now, "Oi! Vi que você escreveu por aqui.")
                            .status())
                    .isEqualTo(202);
        } finally {
            line.retire();
        }
    }

    @Test
    void theLeadsOfSomebodyWhoLeavesGoToAColleague() {
        var colleagues = new Colleagues(agent);
        var queue = colleagues.queue(Map.of("strategy", "byHand"));
        var leaver = colleagues.hired(queue, Map.of());
        var successor = colleagues.hired(queue, Map.of());
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        var turn = Turn.ofConversation(cases.conversationOf(phone));
        turns.inTurn(turn, () -> acts.moveToQueue(lead, queue, Act.rule("test")));
        turns.inTurn(turn, () -> acts.assign(lead, leaver, Act.rule("test")));

        assertThat(agent.post("admin", "/api/v1/agents/" + leaver + "/leave", Map.of("to", successor))
                        .status())
                .isEqualTo(200);

        assertThat(lead(lead).path("owner").asText()).isEqualTo(successor);
        assertThat(cases.taskOf(lead).getAssignee()).isEqualTo(successor);
        assertThat(agent.get(successor, "/api/v1/leads/board").body().findValuesAsText("number"))
                .containsExactly(lead);
    }

    @Test
    void aFormWithoutAPriceOrWithAWrongOneWinsNothing() {
        var lead = givenALead(customer.newPhone());
        var task = cases.taskOf(lead).getId();
        cases.claim("ana", task);

        assertThat(submit(task, Map.of("outcome", Map.of("value", "won"))).status())
                .isGreaterThanOrEqualTo(400);
        assertThat(submit(
                                task,
                                Map.of(
                                        "outcome",
                                        Map.of("value", "won"),
                                        "dealValue",
                                        Map.of("value", 10, "type", "Double"),
                                        "dealCurrency",
                                        Map.of("value", "XYZ")))
                        .status())
                .isGreaterThanOrEqualTo(400);

        assertThat(cases.taskOf(lead).getAssignee()).isEqualTo("ana");
        assertThat(lead(lead).path("stage").asText()).isEqualTo("new");
    }

    private Agent.Answer submit(String task, Map<String, ?> variables) {
        return agent.post("admin", "/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        return cases.ticketOf(phone);
    }

    private JsonNode lead(String number) {
        return agent.get("marta", "/api/v1/leads/" + number).body();
    }

    private JsonNode conversation(String id) {
        return agent.get("marta", "/api/v1/conversations/" + id).body();
    }

    private JsonNode move(String number, Map<String, ?> move) {
        return agent.post("marta", "/api/v1/leads/" + number + "/move", move).body();
    }

    private void complete(String number, Var.Value... fields) {
        var task = eventually(() -> cases.taskOf(number)).getId();
        cases.claim("ana", task);
        cases.complete("ana", task, fields);
    }
}
