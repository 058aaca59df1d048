package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that goes wrong on demand. */
class FaultsTest extends SandboxTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void refusesTheNextSendWithAnErrorAndThenNoMore() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"error\",\"code\":130429,\"count\":2}");

        assertThat(businessWrites("um").code()).isEqualTo(130429);
        assertThat(businessWrites("dois").code()).isEqualTo(130429);
        assertThat(businessWrites("três").status()).isEqualTo(200);
    }

    @Test
    void failsAnAcceptedMessageLater() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"status-failed\",\"code\":131026}");

        assertThat(businessWrites("Oi").status()).isEqualTo(200);

        assertThat(statuses(1).get(0).path("errors").path(0).path("code").asInt())
                .isEqualTo(131026);
    }

    @Test
    void cutsTheConnectionOfAMessageThatItHasAccepted() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"cut\"}");

        assertThatThrownBy(() -> businessWrites("Bom dia")).isInstanceOf(IOException.class);

        assertThat(words(statuses(2))).containsExactly("sent", "delivered");
        assertThat(chat()).hasSize(2);
    }

    @Test
    void hangsWithoutAcceptingAnything() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"hang\",\"delay\":\"PT0.3S\"}");

        var start = System.nanoTime();
        var answer = businessWrites("Bom dia");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(System.nanoTime() - start).isGreaterThan(300_000_000);
        assertThat(chat()).hasSize(1);
    }

    @Test
    void answersSlowly() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"slow\",\"delay\":\"PT0.3S\"}");

        var start = System.nanoTime();

        assertThat(businessWrites("Bom dia").status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(300_000_000);
    }

    @Test
    void answersLikeABrokenGatewayAndLikeAnImpatientOne() throws Exception {
        customerWrites("Oi");
        fault("{\"kind\":\"http-500\"}");
        fault("{\"kind\":\"http-429\"}");

        assertThat(businessWrites("um").status()).isEqualTo(500);
        var impatient = businessWrites("dois");
        assertThat(impatient.status()).isEqualTo(429);
        assertThat(impatient.code()).isEqualTo(4);
    }

    @Test
    void deliversEveryWebhookTwice() throws Exception {
        fault("{\"kind\":\"duplicate-webhooks\"}");

        customerWrites("Oi");

        var twice = messages(2);
        assertThat(twice.get(0)).isEqualTo(twice.get(1));
    }

    @Test
    void letsALaterStatusOvertake() throws Exception {
        customerWrites("Oi");
        messages(1);
        fault("{\"kind\":\"reorder-webhooks\"}");

        businessWrites("Bom dia");

        assertThat(words(statuses(2))).containsExactly("delivered", "sent");
    }

    @Test
    void holdsStatusesBack() throws Exception {
        customerWrites("Oi");
        messages(1);
        fault("{\"kind\":\"late-statuses\",\"delay\":\"PT1S\"}");

        businessWrites("Bom dia");
        var start = System.nanoTime();

        statuses(2);
        assertThat(System.nanoTime() - start).isGreaterThan(500_000_000);
    }

    @Test
    void keepsWhatTheWebhookCouldNotTakeWhileItWasDown() throws Exception {
        fault("{\"kind\":\"webhook-down\"}");
        customerWrites("Oi");
        Thread.sleep(300); // several polls of the queue

        assertThat(told("messages")).isEmpty();
        assertThat(jdbc.sql("select count(*) from sandbox.webhook where phone = ?")
                        .param(customer)
                        .query(Integer.class)
                        .single())
                .isOne();

        call("DELETE", "/sandbox/faults", "");

        assertThat(messages(1)).hasSize(1);
    }

    @Test
    void listsAndClearsFaultsAndRefusesUnknownOnes() throws Exception {
        fault("{\"kind\":\"cut\",\"count\":3}");

        var list = call("GET", "/sandbox/faults", "").body().path("items");
        assertThat(list.path(0).path("kind").asText()).isEqualTo("cut");
        assertThat(list.path(0).path("count").asInt()).isEqualTo(3);
        assertThat(call("POST", "/sandbox/faults", "{\"kind\":\"earthquake\"}").status())
                .isEqualTo(400);
        assertThat(call("POST", "/sandbox/faults", "{}").status()).isEqualTo(400);
        assertThat(call("DELETE", "/sandbox/faults", "").status()).isEqualTo(204);
        assertThat(call("GET", "/sandbox/faults", "").body().path("items")).isEmpty();
    }
}
