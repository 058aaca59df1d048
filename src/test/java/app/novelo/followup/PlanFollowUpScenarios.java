package app.novelo.followup;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case's process plans what comes next, and hears how it ended; drawn by a designer. */
@RunningNovelo
class PlanFollowUpScenarios {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Processes processes;

    @Autowired
    Turns turns;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private String phone = "";
    private String ticket = "";
    private String conversation = "";
    private String instance = "";

    @BeforeEach
    void aDesignerHasDeployedIt() throws IOException {
        var file = Files.readString(Path.of("src/test/resources/app/novelo/followup/planning.bpmn"));
        var answer = Visitor.withPassword(port, "davi", "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of("planning.bpmn", file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        conversation = cases.conversationOf(phone);
        instance = cases.fact(ticket, "process_instance_id");
    }

    @AfterEach
    void theTicketHasItsOwnProcessAgain() {
        isDrivenBy(instance);
    }

    @Test
    void aMessageOfACadenceGoesOutAndTheCaseHearsOfIt() {
        var planning = plan("text", "followUp.contacted");
        var one = planned(planning);

        assertThat(get(one).path("mode").asText()).isEqualTo("AUTOMATIC");
        assertThat(get(one).path("case").asText()).isEqualTo(ticket);
        assertThat(get(one).path("textKey").asText()).isEqualTo("followUp.contacted");
        isDrivenBy(planning);
        cases.fireTimer(one, "followup", "event_due");

        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains("Conseguiu ver")));
        eventually(() -> !processes.isRunning(planning));
        assertThat(cases.walked(ticket, "planning")).endsWith("event_followUpEnded", "endEvent_planned");
        assertThat(get(one).path("outcome").asText()).isEqualTo("sent");
    }

    @Test
    void aCallIsSomebodysWork() {
        var one = planned(plan("call", ""));

        assertThat(get(one).path("mode").asText()).isEqualTo("BY_HAND");
        cases.fireTimer(one, "followup", "event_due");
        assertThat(cases.taskOf(one).getTaskDefinitionKey()).isEqualTo("userTask_keepPromise");
    }

    @Test
    void afterTwelveMessagesTheNextIsAPersons() {
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertThat(get(planned(plan("text", "followUp.contacted")))
                            .path("mode")
                            .asText())
                    .isEqualTo("AUTOMATIC");
        }

        assertThat(get(planned(plan("text", "followUp.contacted"))).path("mode").asText())
                .isEqualTo("BY_HAND");
    }

    private String plan(String action, String template) {
        return turns.inTurn(
                Turn.ofConversation(conversation),
                () -> processes.startByKey(
                        "planning",
                        ticket,
                        Var.text("conversationId").of(conversation),
                        Var.text("action").of(action),
                        Var.text("template").of(template),
                        Var.number("delayBusinessMinutes").of(600)));
    }

    private String planned(String planning) {
        return String.valueOf(runtime.getVariable(planning, "followUp"));
    }

    private void isDrivenBy(String process) {
        jdbc.sql("update casework.case_file set process_instance_id = ? where number = ?")
                .param(process)
                .param(ticket)
                .update();
    }

    private JsonNode get(String number) {
        return agent.get("marta", "/api/v1/follow-ups/" + number).body();
    }
}
