package app.novelo.lead;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path through {@code processes/lead/qualify-lead.bpmn}. */
@RunningNovelo
class QualifyLeadScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Test
    void whoeverAnswersAllIsQualifiedBeforeAnyoneHasSpokenWithHim() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        asked(phone, "Para quando");
        var before = lead(lead).path("score").asInt();

        customer.presses(phone, "now", "O quanto antes");
        asked(phone, "Quanto você pensa em investir");
        customer.presses(phone, "above10", "Mais de R$ 10 mil");

        eventually(() -> stage(lead).equals("qualified"));
        assertThat(cases.walked(lead, "qualify-lead"))
                .containsSubsequence(
                        "gateway_welcomed",
                        "serviceTask_welcomeCustomer",
                        "serviceTask_chooseQuestion",
                        "gateway_askNext",
                        "callActivity_askCustomer",
                        "serviceTask_noteAnswer",
                        "serviceTask_chooseQuestion",
                        "businessRuleTask_scoreLead",
                        "businessRuleTask_gradeLead",
                        "serviceTask_noteGrade",
                        "endEvent_qualified");
        assertThat(lead(lead).path("score").asInt()).isGreaterThan(before);
        assertThat(lead(lead).path("grade").asText()).isIn("A", "B");
        assertThat(criterion(lead, "need").path("source").asText()).isEqualTo("message");
        assertThat(criterion(lead, "timeline").path("value").asText()).isEqualTo("now");
        assertThat(criterion(lead, "timeline").path("source").asText()).isEqualTo("question");
        assertThat(criterion(lead, "budget").path("value").asDouble()).isEqualTo(15000);
        assertThat(customer.received(phone).get(0)).contains("Obrigado pelo interesse");
        assertThat(cases.taskOf(lead).getTaskDefinitionKey()).isEqualTo("userTask_contactLead");
    }

    @Test
    void whoeverAnswersSomethingElseIsAskedNoMore() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        asked(phone, "Para quando");

        customer.says(phone, "prefiro falar com uma pessoa");

        eventually(() -> cases.walked(lead, "qualify-lead").contains("endEvent_qualified"));
        assertThat(stage(lead)).isEqualTo("new");
        assertThat(criterion(lead, "timeline").isMissingNode()).isTrue();
        assertThat(cases.numbersOf(phone)).containsExactly(lead);
    }

    @Test
    void whoeverIsSilentIsNotAskedAgain() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        asked(phone, "Para quando");

        cases.fireTimer(lead, "ask-customer", "event_silent");

        eventually(() -> cases.walked(lead, "qualify-lead").contains("event_notAnswered"));
        assertThat(cases.taskOf(lead)).isNotNull();
    }

    @Test
    void whereNothingMayBeSaidNothingIsAsked() {
        var phone = customer.newPhone();
        customer.fault(phone, "error", 131026, 1);

        var lead = givenALead(phone);

        eventually(() -> cases.walked(lead, "qualify-lead").contains("event_notWelcomed"));
        assertThat(customer.received(phone)).noneMatch(text -> text.contains("Para quando"));
        assertThat(cases.taskOf(lead)).isNotNull();
    }

    @Test
    void whoeverIsTakenUpAgainIsNotWelcomedTwice() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        asked(phone, "Para quando");
        var task = cases.taskOf(lead).getId();
        cases.claim("ana", task);
        cases.complete(
                "ana",
                task,
                Var.text("outcome").of("transfer"),
                Var.text("transferTo").of("sales"));

        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_contactLead"));
        eventually(() -> cases.walked(lead, "qualify-lead").contains("serviceTask_chooseQuestion"));

        assertThat(cases.walked(lead, "qualify-lead")).doesNotContain("serviceTask_welcomeCustomer");
        assertThat(customer.received(phone).stream().filter(text -> text.contains("Obrigado pelo interesse")))
                .hasSize(1);
    }

    @Test
    void aPersonWhoTakesTheWordEndsTheQuestions() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        asked(phone, "Para quando");
        cases.claim("ana", cases.taskOf(lead).getId());
        agent.writes("ana", cases.conversationOf(phone), "Oi! Sou a Ana. Me conta mais?");
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains("Sou a Ana")));

        customer.says(phone, "é para um quarto de doze metros");

        eventually(() -> cases.walked(lead, "qualify-lead").contains("endEvent_qualified"));
        assertThat(customer.received(phone)).noneMatch(text -> text.contains("Quanto você pensa"));
        assertThat(criterion(lead, "timeline").isMissingNode()).isTrue();
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        return cases.ticketOf(phone);
    }

    private void asked(String phone, String words) {
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains(words)));
        cases.untilNothingIsOnItsWayTo(phone);
    }

    private JsonNode lead(String number) {
        return agent.get("marta", "/api/v1/leads/" + number).body();
    }

    private String stage(String number) {
        return lead(number).path("stage").asText();
    }

    private JsonNode criterion(String number, String name) {
        return StreamSupport.stream(lead(number).path("criteria").spliterator(), false)
                .filter(one -> one.path("criterion").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
