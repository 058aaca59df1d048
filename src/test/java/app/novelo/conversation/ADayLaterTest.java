package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The window a day after the customer's last word. The word is moved and not the clock: the engine's is one for the whole JVM,
 * and in all programs of the tests the timers of many hundred cases would run out again and again.
 */
@RunningNovelo
class ADayLaterTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void noFaults() {
        customer.noFaults();
    }

    @Test
    void nothingGoesOutUntilTheCustomerWritesAgain() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "http-500", 0, -1);
        var queued = writes(conversation, "já vou ver");
        eventually(() -> !agent.message(conversation, queued).path("errors").isEmpty());

        aDayHasPassed(conversation);
        customer.noFaults();

        var refused = agent.writes("bruno", conversation, "ainda aí?");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("window-closed");
        hurryUntil(conversation, () -> status(conversation, queued).equals("FAILED"));
        assertThat(agent.message(conversation, queued).at("/errors/0/title").asText())
                .isEqualTo("The service window is closed");
        customer.says(phone, "sim, ainda aqui");
        eventually(() -> agent.writes("bruno", conversation, "que bom").status() == 202);
        eventually(() -> customer.received(phone).contains("que bom"));
    }

    @Test
    void whatFailedIsNotSentAgainEither() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        customer.fault(phone, "status-failed", 131026, 1);
        var failed = writes(conversation, "já vou ver");
        eventually(() -> status(conversation, failed).equals("FAILED"));

        aDayHasPassed(conversation);

        var again = "/api/v1/conversations/" + conversation + "/messages/" + failed + "/again";
        assertThat(agent.post("bruno", again, null).problem()).isEqualTo("window-closed");
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    private String writes(String conversation, String text) {
        var answer = agent.writes("bruno", conversation, text);
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().path("id").asText();
    }

    private String status(String conversation, String id) {
        return agent.message(conversation, id).path("status").asText();
    }

    private void aDayHasPassed(String conversation) {
        jdbc.sql(
                        "update conversation.conversation set last_inbound_at = last_inbound_at - interval '1 day' where id = ?::uuid")
                .param(conversation)
                .update();
    }

    /** The back-off of a send is technical time, which no sandbox moves: the test does. */
    private void hurryUntil(String conversation, Callable<Boolean> look) {
        eventually(() -> {
            jdbc.sql("update conversation.outgoing set not_before = now() where conversation = ?::uuid")
                    .param(conversation)
                    .update();
            return look.call();
        });
    }
}
