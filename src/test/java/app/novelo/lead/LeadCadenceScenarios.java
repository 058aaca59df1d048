package app.novelo.lead;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lead that waits for its customer, in {@code processes/lead/lead.bpmn}: what is tried to hear from him, and when it is enough. */
@RunningNovelo
class LeadCadenceScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Test
    void whoeverAnswersAfterTheProposalIsNegotiatedWithAndMayHaveAnother() {
        var phone = customer.newPhone();
        var lead = givenAProposal(phone);
        assertThat(lead(lead).path("stage").asText()).isEqualTo("proposal");
        assertThat(cases.fact(lead, "state")).isEqualTo("WAITING_CUSTOMER");
        assertThat(cases.tasksOf(lead)).isEmpty();
        var followUp = followUp(lead);

        customer.says(phone, "gostei, mas achei caro");

        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_negotiate"));
        assertThat(cases.walked(lead, "lead"))
                .containsSubsequence(
                        "serviceTask_noteProposal",
                        "businessRuleTask_decideCadence",
                        "gateway_followUp",
                        "serviceTask_planFollowUp",
                        "serviceTask_pauseLead",
                        "gateway_waitForReply",
                        "event_leadResumed",
                        "serviceTask_resumeLead",
                        "userTask_negotiate");
        eventually(() -> cases.hasEnded(followUp, "followup"));
        complete(lead, Var.text("outcome").of("opportunity"));
        assertThat(cases.taskOf(lead).getTaskDefinitionKey()).isEqualTo("userTask_prepareProposal");
        complete(lead, Var.text("outcome").of("proposalSent"));
        complete(wake(lead), Var.text("outcome").of("won"));
        assertThat(cases.hasEnded(lead, "lead")).isTrue();
        assertThat(lead(lead).path("value").asDouble()).isEqualTo(2400);
    }

    @Test
    void whoeverStaysSilentIsFollowedUpUntilItIsEnough() {
        var lead = givenAProposal(customer.newPhone());

        for (int attempt = 1; attempt <= 5 && cases.tasksOf(lead).isEmpty(); attempt++) {
            var followUp = followUp(lead);
            cases.fireTimer(followUp, "followup", "event_due");
            keepIfByHand(followUp);
            eventually(() -> cases.hasEnded(followUp, "followup"));
            eventually(() -> !cases.tasksOf(lead).isEmpty() || !followUp(lead).equals(followUp));
        }

        assertThat(cases.taskOf(lead).getTaskDefinitionKey()).isEqualTo("userTask_negotiate");
        assertThat(cases.walked(lead, "lead"))
                .containsSubsequence(
                        "event_followUpEnded",
                        "businessRuleTask_decideCadence",
                        "gateway_followUp",
                        "serviceTask_resumeLead");
        assertThat(agent.get("marta", "/api/v1/leads/lost-without-follow-up?limit=200&silentDays=1")
                        .body()
                        .path("items")
                        .findValuesAsText("number"))
                .doesNotContain(lead);
    }

    @Test
    void whoeverWasContactedAndIsSilentIsFollowedUpToo() {
        var lead = givenALead(customer.newPhone());

        complete(lead, Var.text("outcome").of("noAnswer"));

        assertThat(lead(lead).path("stage").asText()).isEqualTo("contacted");
        assertThat(cases.instanceOf(followUp(lead), "followup")).isNotNull();
    }

    @Test
    void whoeverOwesUsSomethingBeforeTheProposalIsHeardAndTheProposalGoesOn() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        complete(lead, Var.text("outcome").of("opportunity"));
        complete(lead, Var.text("outcome").of("noAnswer"));
        assertThat(cases.fact(lead, "state")).isEqualTo("WAITING_CUSTOMER");

        customer.says(phone, "as medidas da sala são quatro por três metros");

        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_prepareProposal"));
        assertThat(lead(lead).path("stage").asText()).isEqualTo("opportunity");
    }

    @Test
    void aCardIsMovedWhileItWaits() {
        var lead = givenAProposal(customer.newPhone());

        var won = agent.post("ana", "/api/v1/leads/" + lead + "/move", Map.of("stage", "won"));

        assertThat(won.status()).isEqualTo(200);
        assertThat(won.body().path("stage").asText()).isEqualTo("won");
        assertThat(cases.hasEnded(lead, "lead")).isTrue();
    }

    private String givenAProposal(String phone) {
        var lead = givenALead(phone);
        complete(lead, Var.text("outcome").of("opportunity"));
        complete(
                lead,
                Var.text("outcome").of("proposalSent"),
                Var.decimal("dealValue").of(2400.0));
        return lead;
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        return cases.ticketOf(phone);
    }

    /** As a person does it who goes on before the customer has answered. */
    private String wake(String lead) {
        agent.post("ana", "/api/v1/leads/" + lead + "/move", Map.of("stage", "opportunity"));
        complete(lead, Var.text("outcome").of("proposalSent"));
        agent.post("ana", "/api/v1/leads/" + lead + "/move", Map.of("stage", "opportunity"));
        return lead;
    }

    private String followUp(String lead) {
        return eventually(() -> lead(lead).path("nextPlanned").path("reference").asText(null));
    }

    private void keepIfByHand(String followUp) {
        for (var task : cases.tasksOf(followUp)) {
            cases.claim("ana", task.getId());
            cases.complete("ana", task.getId(), Var.text("outcome").of("done"));
        }
    }

    private JsonNode lead(String number) {
        return agent.get("marta", "/api/v1/leads/" + number).body();
    }

    private void complete(String number, Var.Value... fields) {
        var task = eventually(() -> cases.taskOf(number)).getId();
        cases.claim("ana", task);
        cases.complete("ana", task, fields);
    }
}
