package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows when Meta refuses a message: at once, or after it had been accepted. */
@RunningNovelo
class LateFailureTest {

    private static final String LINES = "/api/v1/lines";

    @Autowired
    Meta meta;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @AfterEach
    void theLineSendsAgain() {
        customer.noFaults();
        agent.post("marta", LINES + "/" + line().path("id").asText() + "/resume", null);
    }

    @ParameterizedTest
    @CsvSource({"error", "status-failed"})
    void remembersThatTheWindowIsClosed(String fault) {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, fault, 131047, 1);

        var id = writes(conversation, "ainda dá?");

        eventually(() -> status(conversation, id).equals("FAILED"));
        eventually(() -> jdbc.sql(
                        "select w.closed_at is not null from conversation.service_window w join conversation.conversation c on c.customer = w.customer and c.line = w.line where c.id = ?::uuid")
                .param(conversation)
                .query(Boolean.class)
                .single());
    }

    @ParameterizedTest
    @CsvSource({"error", "status-failed"})
    void remembersThatTheCustomerWantsNoAdvertisingAndAnswersHimStill(String fault) {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        assertThat(conversation(conversation).path("optedOutAt").isNull()).isTrue();
        customer.fault(phone, fault, 131050, 1);

        var id = writes(conversation, "promoção");

        eventually(() -> status(conversation, id).equals("FAILED"));
        eventually(() -> !conversation(conversation).path("optedOutAt").isNull());
        var answer = writes(conversation, "sobre a sua geladeira");
        eventually(() -> status(conversation, answer).equals("DELIVERED"));
    }

    @ParameterizedTest
    @CsvSource({
        "error, 190",
        "error, 131042",
        "error, 131048",
        "status-failed, 131042",
        "status-failed, 131031",
        "status-failed, 368"
    })
    void stopsTheLineVisiblyUntilAManagerLetsItGoOn(String fault, int code) {
        var phone = customer.newPhone();
        var other = customer.newPhone();
        var conversation = givenAConversation(phone);
        var ofOther = givenAConversation(other);
        customer.fault(phone, fault, code, 1);

        var id = writes(conversation, "um");

        eventually(() -> line().path("state").asText().equals("PAUSED"));
        var paused = line().path("paused");
        assertThat(paused.path("code").asInt()).isEqualTo(code);
        assertThat(paused.path("why").asText()).isNotBlank();
        assertThat(paused.path("since").asText()).isNotBlank();
        assertThat(paused.path("nextTry").asText())
                .isGreaterThan(paused.path("since").asText());
        var waiting = writes(ofOther, "dois");
        assertThat(status(ofOther, waiting)).isEqualTo("QUEUED");
        assertThat(line().path("waiting").asInt()).isPositive();
        var resume = LINES + "/" + line().path("id").asText() + "/resume";
        assertThat(agent.post("bruno", resume, null).status()).isEqualTo(404);

        var resumed = agent.post("marta", resume, null);

        assertThat(resumed.body().path("state").asText()).isEqualTo("OPEN");
        eventually(() -> customer.received(other).contains("dois"));
        eventually(() -> status(conversation, id).equals(fault.equals("error") ? "DELIVERED" : "FAILED"));
    }

    @Test
    void resumesNoLineThatDoesNotExist() {
        assertThat(agent.post("marta", LINES + "/00000000-0000-0000-0000-000000000000/resume", null)
                        .status())
                .isEqualTo(404);
    }

    /** A code that nobody knows says nothing of the line. */
    @ParameterizedTest
    @CsvSource({"999999", "131026", "131049"})
    void failsTheMessageAloneForAnythingElse(int code) {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "status-failed", code, 1);

        var id = writes(conversation, "oi");

        eventually(() -> status(conversation, id).equals("FAILED"));
        eventually(() -> untold() == 0);
        assertThat(line().path("state").asText()).isEqualTo("OPEN");
        assertThat(conversation(conversation).path("window").path("open").asBoolean())
                .isTrue();
        var events = jdbc.sql("select count(*) from platform.event where type = 'message.failed' and data::text like ?")
                .param("%" + id + "%")
                .query(Integer.class)
                .single();
        assertThat(events).isEqualTo(1);
    }

    @Test
    void nudgesTheCaseThatListens() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var listening = givenAProcessThatListens(conversation);
        customer.fault(phone, "status-failed", 131026, 1);

        var id = writes(conversation, "oi");

        eventually(() -> id.equals(runtime.getVariable(listening, "failedMessage")));
        assertThat(runtime.getVariable(listening, "failedCode")).isEqualTo(131026);
    }

    @Test
    void showsThePriceOfAMessage() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.keepStatusesBack();
        var id = writes(conversation, "oi");
        eventually(() -> status(conversation, id).equals("ACCEPTED"));
        var status =
                meta.status(agent.message(conversation, id).path("providerId").asText(), "delivered");
        status.putObject("pricing").put("pricing_model", "PMP").put("category", "of tomorrow");

        meta.reports(status);

        eventually(() ->
                agent.message(conversation, id).at("/pricing/category").asText().equals("of tomorrow"));
    }

    @Test
    void showsStatusesThatNobodyUnderstands() {
        var conversation = givenAConversation(customer.newPhone());
        var id = agent.messages(conversation).get(1).path("providerId").asText();

        meta.reports(meta.status(id, "warped").put("recipient_type", "group").put("recipient_participant_id", "1"));

        eventually(() -> agent.get("marta", "/api/v1/inbox/notices?limit=200")
                .body()
                .toString()
                .contains("warped"));
        assertThat(agent.messages(conversation).get(1).path("status").asText()).isNotEqualTo("WARPED");
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    /** @return its instance, which the conversation follows from now on */
    private String givenAProcessThatListens(String conversation) {
        repository
                .createDeployment()
                .addModelInstance(
                        "listens.bpmn",
                        Bpmn.createExecutableProcess("listens")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent("failed")
                                .message("case.messageFailed")
                                .intermediateCatchEvent("told")
                                .message("listens.told")
                                .endEvent()
                                .done())
                .deploy();
        var instance = runtime.startProcessInstanceByKey("listens").getId();
        jdbc.sql("update conversation.conversation set process_instance_id = ? where id = ?::uuid")
                .param(instance)
                .param(conversation)
                .update();
        return instance;
    }

    private String writes(String conversation, String text) {
        var answer = agent.writes("bruno", conversation, text);
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().path("id").asText();
    }

    private String status(String conversation, String id) {
        return agent.message(conversation, id).path("status").asText();
    }

    private JsonNode conversation(String id) {
        return agent.get("marta", "/api/v1/conversations/" + id).body();
    }

    private JsonNode line() {
        return agent.get("bruno", LINES).body().path("items").path(0);
    }

    private int untold() {
        return jdbc.sql("select count(*) from conversation.failed_message")
                .query(Integer.class)
                .single();
    }
}
