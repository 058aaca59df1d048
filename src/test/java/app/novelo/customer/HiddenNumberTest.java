package app.novelo.customer;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer who hides his number behind a user name, on a phone of the sandbox. */
@ProgramOfItsOwn
class HiddenNumberTest {

    @Autowired
    Customer customer;

    @Autowired
    Meta meta;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    People people;

    @BeforeEach
    void meetPeople() {
        people = new People(meta, jdbc, json, clock);
    }

    @Test
    void isAnsweredAndIsTheSameWhenHeShowsIt() {
        var phone = customer.newPhone();
        hide(phone, "ana." + phone);
        var first = customer.says(phone, "minha geladeira não gela");
        people.ticketOf(first);
        var conversation = people.conversationOf(first);
        var known = people.customerOf(first);
        assertThat(people.shown(agent, known).path("phone").isNull()).isTrue();
        eventually(() -> !customer.received(phone).isEmpty());

        var sent = agent.writes("bruno", conversation, "Vamos ver isso.");

        assertThat(sent.status()).isEqualTo(202);
        eventually(() -> customer.received(phone).contains("Vamos ver isso."));
        var id = sent.body().path("id").asText();
        eventually(() -> List.of("SENT", "DELIVERED", "READ")
                .contains(agent.message(conversation, id).path("status").asText()));
        assertThat(addressed(phone)).as("nobody dialled a number").containsOnly("user");

        hide(phone, "");
        var second = customer.says(phone, "e agora pinga água");
        assertThat(people.customerOf(second)).isEqualTo(known);
        assertThat(people.conversationOf(second)).isEqualTo(conversation);
        assertThat(people.shown(agent, known).path("phone").asText()).isEqualTo(phone);

        agent.writes("bruno", conversation, "Obrigado.");
        eventually(() -> customer.received(phone).contains("Obrigado."));
        assertThat(addressed(phone)).contains("phone");
    }

    private void hide(String phone, String username) {
        assertThat(agent.put("bruno", "/sandbox/phones/" + phone, Map.of("username", username))
                        .status())
                .isEqualTo(200);
    }

    /** @return how the company named him in what it sent */
    private List<String> addressed(String phone) {
        return jdbc.sql("select addressed from sandbox.message where phone = ? and direction = 'OUT'")
                .param(phone)
                .query(String.class)
                .list();
    }
}
