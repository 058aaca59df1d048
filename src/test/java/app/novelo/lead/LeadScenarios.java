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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through {@code processes/lead/lead.bpmn}. */
@RunningNovelo
class LeadScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoeverWantsToBuyBecomesALeadWithoutAnyoneTyping() {
        var lead = givenALead(customer.newPhone());

        assertThat(lead).matches("L-\\d{4}-\\d{6,}");
        assertThat(cases.walked(lead, "lead"))
                .containsSubsequence(
                        "serviceTask_openLead",
                        "businessRuleTask_scoreLead",
                        "businessRuleTask_gradeLead",
                        "businessRuleTask_route",
                        "serviceTask_queueLead",
                        "serviceTask_startServiceLevel",
                        "userTask_contactLead");
        var view = lead(lead);
        assertThat(view.path("stage").asText()).isEqualTo("new");
        assertThat(view.path("source").asText()).isEqualTo("line");
        assertThat(view.path("queue").asText()).isEqualTo("sales");
        assertThat(view.path("grade").asText()).isIn("C", "D");
        assertThat(view.path("dueAt").asText()).isNotBlank();
        assertThat(agent.get("bruno", "/api/v1/leads/" + lead).status()).isEqualTo(404);
    }

    @Test
    void aLeadIsWonWithItsValue() {
        var lead = givenALead(customer.newPhone());
        complete("ana", lead, LeadFields.outcome("opportunity"));
        assertThat(stage(lead)).isEqualTo("opportunity");
        assertThat(cases.taskOf(lead).getTaskDefinitionKey()).isEqualTo("userTask_prepareProposal");

        complete("ana", lead, LeadFields.outcome("won"), LeadFields.value(1899.90));

        assertThat(cases.hasEnded(lead, "lead")).isTrue();
        assertThat(cases.walked(lead, "lead"))
                .containsSubsequence("userTask_contactLead", "endEvent_contacted", "serviceTask_openOpportunity")
                .contains("serviceTask_winLead", "serviceTask_startSurvey", "endEvent_won");
        var view = lead(lead);
        assertThat(view.path("stage").asText()).isEqualTo("won");
        assertThat(view.path("value").decimalValue()).isEqualByComparingTo("1899.90");
        assertThat(view.path("currency").asText()).isEqualTo("BRL");
        assertThat(view.path("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void aLeadIsLostWithItsReason() {
        var lead = givenALead(customer.newPhone());

        complete("ana", lead, LeadFields.outcome("lost"), Var.text("lostReason").of("competitor"));

        assertThat(cases.walked(lead, "lead")).contains("serviceTask_loseLead", "endEvent_lost");
        assertThat(lead(lead).path("lostReason").asText()).isEqualTo("competitor");
        assertThat(stage(lead)).isEqualTo("lost");
    }

    @Test
    void aWrongQueueGetsItAndTheTaskIsThereAgain() {
        var lead = givenALead(customer.newPhone());

        complete(
                "ana",
                lead,
                LeadFields.outcome("transfer"),
                Var.text("transferTo").of("support"));

        assertThat(cases.walked(lead, "lead")).contains("serviceTask_transferLead");
        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_contactLead"));
        assertThat(cases.fact(lead, "queue")).isEqualTo("support");
        assertThat(agent.get("bruno", "/api/v1/leads/" + lead).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsInterestedLaterIsTakenUpAgainWhenTheTimeHasCome() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        complete(
                "ana",
                lead,
                LeadFields.outcome("nurture"),
                Var.text("putOffUntil").of("2999-01-01"));
        assertThat(stage(lead)).isEqualTo("nurturing");
        assertThat(lead(lead).path("nextPlanned").path("what").asText()).isEqualTo("wait");

        cases.fireTimer(lead, "lead", "event_nurtureOver");

        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains("Ficamos de conversar")));
        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_contactLead"));
        assertThat(stage(lead)).isEqualTo("contacted");
    }

    @Test
    void whoeverWritesBeforeTheTimeIsTakenUpAtOnce() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        complete(
                "ana",
                lead,
                LeadFields.outcome("nurture"),
                Var.text("putOffUntil").of("2999-01-01"));

        customer.says(phone, "pensei melhor, quero comprar o ar condicionado agora");

        eventually(() -> cases.walked(lead, "lead").contains("event_wokenUp"));
        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_contactLead"));
        assertThat(cases.numbersOf(phone)).containsExactly(lead);
    }

    @Test
    void whoeverCannotBeTakenUpAgainIsAPersonsBusiness() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        complete(
                "ana",
                lead,
                LeadFields.outcome("nurture"),
                Var.text("putOffUntil").of("2999-01-01"));
        customer.fault(phone, "error", 131026, 1);

        cases.fireTimer(lead, "lead", "event_nurtureOver");

        eventually(() -> cases.walked(lead, "lead").contains("event_notTakenUp"));
        eventually(() -> cases.taskOf(lead).getTaskDefinitionKey().equals("userTask_contactLead"));
    }

    @Test
    void nothingRestsWithoutANextStep() {
        var lead = givenALead(customer.newPhone());
        complete("ana", lead, LeadFields.outcome("opportunity"));
        forgetNextStep(lead);

        cases.fireTimer(lead, "lead", "startEvent_idle");

        assertThat(cases.walked(lead, "lead")).contains("businessRuleTask_idleLimit", "event_lookAgain");
        rests(lead);
        cases.fireTimer(lead, "lead", "event_lookAgain");
        var task = eventually(() -> cases.tasksOf(lead).stream()
                .filter(one -> one.getTaskDefinitionKey().equals("userTask_setNextStep"))
                .findFirst()
                .orElse(null));
        assertThat(withoutNextStep(lead)).isTrue();
        cases.claim("ana", task.getId());
        cases.complete(
                "ana",
                task.getId(),
                Var.text("nextStep").of("call"),
                Var.text("nextStepOn").of("2999-01-01"));
        assertThat(cases.walked(lead, "lead")).contains("serviceTask_planNextStep");
        assertThat(jdbc.sql(
                                "select detail ->> 'what' from casework.case_event where case_number = ? and why = 'nextStep'")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo("call");
        assertThat(withoutNextStep(lead)).isFalse();
    }

    @Test
    void nobodySettingANextStepIsTold() {
        var lead = givenALead(customer.newPhone());
        complete("ana", lead, LeadFields.outcome("opportunity"));
        forgetNextStep(lead);
        rests(lead);
        cases.fireTimer(lead, "lead", "startEvent_idle");
        eventually(() -> cases.walked(lead, "lead").contains("userTask_setNextStep"));

        cases.fireTimer(lead, "lead", "event_stillNoStep");

        assertThat(cases.walked(lead, "lead")).contains("serviceTask_tellSilence", "endEvent_silenceTold");
        eventually(() -> cases.walked(lead, "lead").contains("callActivity_escalation"));
        eventually(() -> cases.dueOfTimer(lead, "escalation", "event_nextLevelDue") != null);
        cases.fireTimer(lead, "escalation", "event_nextLevelDue");
        var task = eventually(() -> cases.tasksOf(lead).stream()
                .filter(one -> one.getTaskDefinitionKey().equals("userTask_handleEscalation"))
                .findFirst()
                .orElse(null));
        cases.claim("marta", task.getId());
        cases.complete("marta", task.getId(), Var.text("reaction").of("helped"));
        eventually(() -> cases.walked(lead, "lead").contains("endEvent_escalated"));
    }

    @Test
    void anAnswerIsTheMilestoneContacted() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        assertThat(move(lead, Map.of("stage", "contacted")).path("why").asText())
                .isEqualTo("nobodyWrote");
        cases.claim("ana", cases.taskOf(lead).getId());

        agent.writes("ana", cases.conversationOf(phone), "Oi! Sou a Ana, de vendas.");

        eventually(() -> stage(lead).equals("contacted"));
        assertThat(lead(lead).path("nextPlanned").path("what").asText()).isEqualTo("task");
        assertThat(withoutNextStep(lead)).isFalse();
    }

    @Test
    void theCardIsMovedByAMessageToTheProcess() {
        var lead = givenALead(customer.newPhone());
        patch(lead, Map.of("criteria", Map.of("need", "split 12000 para a sala")));

        assertThat(move(lead, Map.of("stage", "qualified")).path("stage").asText())
                .isEqualTo("qualified");
        assertThat(cases.walked(lead, "lead")).contains("serviceTask_moveLead", "endEvent_cardMoved");
        assertThat(move(lead, Map.of("stage", "proposal")).path("why").asText()).isEqualTo("notOpportunity");
        assertThat(move(lead, Map.of("stage", "opportunity")).path("stage").asText())
                .isEqualTo("opportunity");
        assertThat(move(lead, Map.of("stage", "won")).path("why").asText()).isEqualTo("valueMissing");
        assertThat(move(lead, Map.of("stage", "qualified")).path("why").asText())
                .isEqualTo("notBack");
        assertThat(move(lead, Map.of("stage", "won", "value", 500, "currency", "USD"))
                        .path("stage")
                        .asText())
                .isEqualTo("won");
        assertThat(move(lead, Map.of("stage", "lost")).path("why").asText()).isEqualTo("over");
    }

    @Test
    void aSecondInterestNudgesTheOpenLead() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains("Para quando")));
        cases.untilNothingIsOnItsWayTo(phone); // else the question would follow the words, and wait on

        customer.says(phone, "também quero comprar uma geladeira");

        eventually(() -> cases.walked(lead, "lead").contains("endEvent_replyNoted"));
        assertThat(cases.numbersOf(phone)).containsExactly(lead);
    }

    @Test
    void whatIsNoBusinessOfSalesGetsATicketBesideTheLead() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        customer.says(phone, "para daqui a um mês");
        eventually(() -> cases.walked(lead, "lead").contains("endEvent_asked"));

        customer.says(phone, "minha máquina de lavar não liga, preciso de assistência técnica");

        eventually(() -> cases.numbersOf(phone).size() == 2);
        assertThat(cases.numbersOf(phone)).anyMatch(number -> number.startsWith("T-"));
        assertThat(cases.hasEnded(lead, "lead")).isFalse();
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        return cases.ticketOf(phone);
    }

    private JsonNode lead(String number) {
        return agent.get("marta", "/api/v1/leads/" + number).body();
    }

    private String stage(String number) {
        return lead(number).path("stage").asText();
    }

    private boolean withoutNextStep(String number) {
        return agent.get("marta", "/api/v1/leads?withoutNextStep=true&limit=200")
                .body()
                .path("items")
                .findValuesAsText("number")
                .contains(number);
    }

    private JsonNode move(String number, Map<String, ?> move) {
        return agent.post("marta", "/api/v1/leads/" + number + "/move", move).body();
    }

    private void patch(String number, Map<String, ?> change) {
        assertThat(agent.patch("marta", "/api/v1/leads/" + number, change).status())
                .isEqualTo(200);
    }

    private void forgetNextStep(String number) {
        jdbc.sql("delete from casework.next_step where case_number = ?")
                .param(number)
                .update();
    }

    /** Nothing has happened in it for forty days, and none of its clocks is open. */
    private void rests(String number) {
        jdbc.sql("update lead.lead set moved_at = moved_at - interval '40 days' where number = ?")
                .param(number)
                .update();
        jdbc.sql("update casework.case_file set due_at = null where number = ?")
                .param(number)
                .update();
        forgetNextStep(number);
    }

    private void complete(String user, String number, Var.Value... fields) {
        var task = eventually(() -> cases.taskOf(number)).getId();
        cases.claim(user, task);
        cases.complete(user, task, fields);
    }

    static final class LeadFields {

        static Var.Value outcome(String outcome) {
            return Var.text("outcome").of(outcome);
        }

        static Var.Value value(double money) {
            return Var.decimal("dealValue").of(money);
        }

        private LeadFields() {}
    }
}
