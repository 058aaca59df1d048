package app.novelo.ticket;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The customer answers in the second in which the wait for him is over. Whichever comes first, he is heard, in the same
 * ticket, by the same agent.
 */
@RunningNovelo
class ReplyAndTimerTest {

    private static final String REPLY = "ainda não gela";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    ManagementService management;

    private String phone = "";
    private String ticket = "";

    @Test
    void theReminderIsFirst() {
        waits();

        cases.fireTimer(ticket, "ticket", "event_waitOver");
        customer.says(phone, REPLY);

        isHeard();
    }

    @Test
    void theReplyIsBeforeTheReminder() {
        waits();

        customer.says(phone, REPLY);
        isHeard();

        assertThat(cases.dueOfTimer(ticket, "ticket", "event_waitOver"))
                .as("nothing is left that could fire")
                .isNull();
        assertThat(customer.received(phone)).noneMatch(text -> text.contains("Ainda precisamos"));
    }

    @Test
    void theEndIsFirstAndTheReplyReopensIt() {
        waits();
        isReminded();

        cases.fireTimer(ticket, "ticket", "event_waitOver");
        assertThat(cases.fact(ticket, "state")).isEqualTo("RESOLVED");
        customer.says(phone, REPLY);

        isHeard();
    }

    @Test
    void theReplyIsBeforeTheEnd() {
        waits();
        isReminded();

        customer.says(phone, REPLY);

        isHeard();
        assertThat(customer.received(phone)).noneMatch(text -> text.contains("Como não tivemos resposta"));
    }

    /** @param later how long after the reply was sent off the timer fires; milliseconds */
    @ParameterizedTest
    @ValueSource(longs = {0, 3, 6, 10, 15, 20, 30, 40, 60, 90})
    void bothAtOnce(long later) throws Exception {
        waits();
        isReminded();
        var timer = management
                .createJobQuery()
                .processInstanceId(cases.instanceOf(ticket, "ticket").getId())
                .activityId("event_waitOver")
                .singleResult()
                .getId();

        var reply = CompletableFuture.runAsync(() -> customer.says(phone, REPLY));
        TimeUnit.MILLISECONDS.sleep(later);
        fire(timer);
        reply.get(30, TimeUnit.SECONDS);

        isHeard();
    }

    /** As the job executor does it: a collision is tried again, and a timer that is gone is none. */
    private void fire(String timer) {
        while (management.createJobQuery().jobId(timer).count() > 0) {
            try {
                management.executeJob(timer);
                return;
            } catch (OptimisticLockingException e) {
                // once more
            } catch (ProcessEngineException e) {
                assertThat(e).hasMessageContaining("No job found");
            }
        }
    }

    private void waits() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        var task = eventually(() -> cases.taskOf(ticket)).getId();
        cases.untilNothingIsOnItsWayTo(phone);
        assertThat(cases.claim("bruno", task)).isTrue();
        cases.complete("bruno", task, Var.text("outcome").of("waitingCustomer"));
        assertThat(cases.fact(ticket, "state")).isEqualTo("WAITING_CUSTOMER");
    }

    private void isReminded() {
        cases.fireTimer(ticket, "ticket", "event_waitOver");
        eventually(() -> cases.dueOfTimer(ticket, "ticket", "event_waitOver") != null);
        cases.untilNothingIsOnItsWayTo(phone);
    }

    private void isHeard() {
        var conversation = cases.conversationOf(phone);
        eventually(() -> cases.handled(conversation) == 2);
        var task = eventually(() -> cases.taskOf(ticket));
        assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_resolveTicket");
        assertThat(task.getAssignee()).isEqualTo("bruno");
        assertThat(cases.fact(ticket, "state")).isEqualTo("OPEN");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(agent.messages(conversation))
                .anyMatch(message -> message.path("text").asText().equals(REPLY));
    }
}
