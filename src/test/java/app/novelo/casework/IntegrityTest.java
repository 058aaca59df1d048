package app.novelo.casework;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * What should be impossible is made by hand, in the database, and found. A program of its own: in the shared one other tests
 * break things too, and here all that is not broken on purpose has to be whole.
 */
@RunningNovelo
@DirtiesContext
@TestPropertySource(
        properties = {
            "novelo.data-dir=target/integrity",
            "novelo.integrity.grace=1s",
            "camunda.bpm.webapp.enabled=false" // static: their end would end those of all other tests
        })
class IntegrityTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scheduler quartz;

    private String ticket = "";
    private String conversation = "";

    @BeforeEach
    void givenATicketWithAllThatBelongsToIt() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        cases.untilNothingIsOnItsWayTo(phone);
        conversation = cases.conversationOf(phone);
    }

    /** Each test puts back what it took. */
    @AfterEach
    void whatIsWholeIsNotReported() {
        assertThat(check()).isEmpty();
    }

    @Test
    void aCompanyAtWorkIsWhole() {
        var greeting = customer.newPhone();
        customer.says(greeting, "oi");
        eventually(() -> !customer.received(greeting).isEmpty());
        var resolved = taken();
        cases.complete("bruno", resolved, "solved");
        var closed = taken();
        cases.closeForGood("bruno", closed, "solved");
        customer.calls(customer.newPhone(), "missed");

        assertThat(check()).isEmpty();
    }

    @Test
    void aCaseWithoutItsInstance() {
        var instance = cases.fact(ticket, "process_instance_id");
        set("casework.case_file set process_instance_id = 'gone' where number = ?", ticket);

        assertThat(check()).containsExactlyInAnyOrder("caseWithoutInstance " + ticket, "instanceWithoutCase " + ticket);

        set("casework.case_file set process_instance_id = '" + instance + "' where number = ?", ticket);
    }

    @Test
    void anInstanceWhoseCaseIsClosed() {
        set("casework.case_file set closed_at = opened_at where number = ?", ticket);

        assertThat(check())
                .containsExactlyInAnyOrder(
                        "instanceWithoutCase " + ticket,
                        "serviceLevelWithoutCase " + ticket,
                        "clocksWithoutCase " + ticket);

        set("casework.case_file set closed_at = null where number = ?", ticket);
    }

    @Test
    void aConversationThatNothingFollows() {
        var instance = jdbc.sql("select process_instance_id from conversation.conversation where id = ?::uuid")
                .param(conversation)
                .query(String.class)
                .single();
        set("conversation.conversation set process_instance_id = null where id = ?::uuid", conversation);

        assertThat(check()).containsExactly("conversationWithoutProcess " + conversation);

        set("conversation.conversation set process_instance_id = '" + instance + "' where id = ?::uuid", conversation);
    }

    @Test
    void aConversationInAQueueThatThereIsNot() {
        set("conversation.conversation set queue = 'nowhere' where id = ?::uuid", conversation);

        assertThat(check()).containsExactly("conversationWithoutQueue " + conversation);

        set("conversation.conversation set queue = 'support' where id = ?::uuid", conversation);
    }

    @Test
    void clocksThatNobodyWatches() {
        set(
                "servicelevel.board set process_instance_id = 'gone-' || process_instance_id where case_number = ?",
                ticket);

        assertThat(check())
                .containsExactlyInAnyOrder("clocksWithoutServiceLevel " + ticket, "serviceLevelWithoutCase " + ticket);

        set(
                "servicelevel.board set process_instance_id = substr(process_instance_id, 6) where case_number = ?",
                ticket);
    }

    @Test
    void aCaseWhoseClocksAreGone() {
        set("servicelevel.clock set ended_at = started_at where case_number = ?", ticket);

        assertThat(check())
                .containsExactlyInAnyOrder("caseWithoutClocks " + ticket, "serviceLevelWithoutClocks " + ticket);

        set("servicelevel.clock set ended_at = null where case_number = ?", ticket);
    }

    @Test
    void workWithoutItsTaskAndTheReverse() {
        var task = cases.taskOf(ticket).getId();
        set("casework.work_item set task_id = 'gone' where task_id = ?", task);

        assertThat(check()).containsExactlyInAnyOrder("taskWithoutWorkItem " + task, "workItemWithoutTask gone");

        set("casework.work_item set task_id = '" + task + "' where task_id = ?", "gone");
    }

    @Test
    void theNightlyJobReportsToManagersAndToNobodyElse() throws SchedulerException {
        set("conversation.conversation set queue = 'nowhere' where id = ?::uuid", conversation);

        quartz.triggerJob(JobKey.jobKey("integrity"));

        var report = eventually(() -> {
            var newest = agent.get("marta", "/api/v1/integrity").body();
            return newest.path("found").asInt() == 1 && newest.path("by").isNull() ? newest : null;
        });
        assertThat(report.path("items").path(0).path("what").asText()).isEqualTo("conversationWithoutQueue");
        assertThat(report.path("items").path(0).path("subject").asText()).isEqualTo(conversation);
        assertThat(report.path("items").path(0).path("detail").asText()).isEqualTo("queue nowhere");
        assertThat(jdbc.sql(
                                "select count(*) from platform.event where type = 'integrity.broken' and data ->> 'report' = ?")
                        .param(report.path("id").asText())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(agent.get("bruno", "/api/v1/integrity").status()).isEqualTo(404);
        assertThat(agent.post("bruno", "/api/v1/integrity/check", null).status())
                .isEqualTo(404);
        assertThat(agent.get("admin", "/api/v1/integrity").status()).isEqualTo(200);
        assertThat(queue()).as("it only reports").isEqualTo("nowhere");

        set("conversation.conversation set queue = 'support' where id = ?::uuid", conversation);
    }

    /** @return the task of another ticket that an agent has */
    private String taken() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var task = eventually(() -> cases.taskOf(cases.ticketOf(phone))).getId();
        assertThat(cases.claim("bruno", task)).isTrue();
        return task;
    }

    private @Nullable String queue() {
        return jdbc.sql("select queue from conversation.conversation where id = ?::uuid")
                .param(conversation)
                .query(String.class)
                .single();
    }

    private List<String> check() {
        var answer = agent.post("marta", "/api/v1/integrity/check", null);
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .map(IntegrityTest::said)
                .toList();
    }

    private static String said(JsonNode item) {
        return item.path("what").asText() + " " + item.path("subject").asText();
    }

    private void set(String change, String whose) {
        assertThat(jdbc.sql("update " + change).param(whose).update()).isPositive();
    }
}
