package app.novelo.conversation.internal;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the company began and the customer does not answer. */
@RunningNovelo
class SilentConversationsTest {

    @Autowired
    Meta meta;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    SilentConversations silent;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void areOverAfterAWeek() {
        var conversation = begun(customer.newPhone());
        silent.end();
        assertThat(state(conversation)).isEqualTo("WAITING_CUSTOMER");
        aWeekPasses(conversation);

        silent.end();

        assertThat(state(conversation)).isEqualTo("RESOLVED");
    }

    @Test
    void goOnIfTheCustomerHasAnswered() {
        var phone = customer.newPhone();
        var conversation = begun(phone);
        meta.delivers(meta.text(phone, meta.newId(), "minha geladeira não gela"));
        cases.ticketOf(phone);
        aWeekPasses(conversation);

        silent.end();

        assertThat(state(conversation)).isEqualTo("OPEN");
    }

    private String begun(String phone) {
        meta.echoes(
                meta.echo(phone, meta.newId(), "text", json.createObjectNode().put("body", "Bom dia")));
        return eventually(() -> cases.conversationOf(phone));
    }

    private void aWeekPasses(String conversation) {
        jdbc.sql(
                        "update conversation.conversation set last_message_at = last_message_at - interval '8 days' where id = ?::uuid")
                .param(conversation)
                .update();
    }

    private String state(String conversation) {
        return agent.get("marta", "/api/v1/conversations/" + conversation)
                .body()
                .path("state")
                .asText();
    }
}
