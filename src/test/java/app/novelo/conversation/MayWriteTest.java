package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be written to a customer, as composers learn it. */
@RunningNovelo
class MayWriteTest {

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        return cases.conversationOf(phone);
    }

    private JsonNode conversation(String id) {
        return agent.get("bruno", "/api/v1/conversations/" + id).body();
    }

    private JsonNode mayWrite(String id) {
        return conversation(id).path("mayWrite");
    }

    private void says(String conversation, String purpose, String state) {
        var told = new HashMap<>(Map.of("purpose", purpose, "state", state, "proof", "paper"));
        var path = "/api/v1/customers/"
                + conversation(conversation).at("/customer/id").asText() + "/consents";
        assertThat(agent.post("bruno", path, told).status()).isEqualTo(201);
    }

    @Test
    void isToldWithTheReason() {
        var id = givenAConversation(customer.newPhone());

        assertThat(mayWrite(id).path("freeText").asBoolean()).isTrue();
        assertThat(mayWrite(id).path("service").asBoolean()).isTrue();
        assertThat(mayWrite(id).path("marketing").asBoolean()).isFalse();
        assertThat(mayWrite(id).path("why")).hasSize(1);
        assertThat(mayWrite(id).at("/why/marketing").asText()).isEqualTo("noConsent");
        assertThat(conversation(id).path("consents")).isEmpty();

        says(id, "MARKETING", "GRANTED");
        assertThat(mayWrite(id).path("marketing").asBoolean()).isTrue();
        assertThat(mayWrite(id).path("why")).isEmpty();
        assertThat(conversation(id).at("/consents/0/state").asText()).isEqualTo("GRANTED");

        says(id, "MARKETING", "WITHDRAWN");
        says(id, "SERVICE", "WITHDRAWN");
        assertThat(mayWrite(id).at("/why/marketing").asText()).isEqualTo("optedOut");
        assertThat(mayWrite(id).at("/why/service").asText()).isEqualTo("optedOut");
        assertThat(mayWrite(id).path("freeText").asBoolean())
                .as("an answer to what he writes himself")
                .isTrue();

        cases.aDayPassesFor(id);
        assertThat(mayWrite(id).path("freeText").asBoolean()).isFalse();
        assertThat(mayWrite(id).at("/why/freeText").asText()).isEqualTo("windowClosed");
    }

    @Test
    void isToldInListsToo() {
        var id = givenAConversation(customer.newPhone());
        says(id, "MARKETING", "GRANTED");

        var listed = agent.get("marta", "/api/v1/conversations?limit=50").body().path("items");

        assertThat(listed).anySatisfy(one -> {
            assertThat(one.path("id").asText()).isEqualTo(id);
            assertThat(one.at("/mayWrite/marketing").asBoolean()).isTrue();
        });
    }

    @Test
    void isNewsForWhoeverSeesTheConversation() {
        var id = givenAConversation(customer.newPhone());

        says(id, "MARKETING", "GRANTED");
        says(id, "MARKETING", "GRANTED");

        assertThat(jdbc.sql(
                                "select count(*) from platform.event where type = 'conversation.consent-changed' and data ->> 'conversation' = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isOneWindowForAllConversationsOfALine() {
        var phone = customer.newPhone();
        var first = givenAConversation(phone);
        var ticket = cases.numbersOf(phone).get(0);
        cases.closeForGood("admin", cases.taskOf(ticket).getId(), "resolvido");
        eventually(() -> conversation(first).path("state").asText().equals("RESOLVED"));
        cases.aDayPassesFor(first);
        assertThat(agent.writes("bruno", first, "ainda aí?").problem()).isEqualTo("window-closed");

        customer.says(phone, "voltou a pingar água");

        var second = eventually(() -> {
            var newest = cases.conversationOf(phone);
            return newest.equals(first) ? null : newest;
        });
        for (var id : List.of(first, second)) {
            eventually(() -> conversation(id).at("/window/open").asBoolean());
            assertThat(conversation(id).at("/window/closesAt"))
                    .isEqualTo(conversation(second).at("/window/closesAt"));
        }
        assertThat(agent.writes("bruno", first, "sobre o primeiro chamado").status())
                .isEqualTo(202);
    }
}
