package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The free messages of a line, as WhatsApp names their price. The line is this test's: nobody else sends on it. */
@RunningNovelo
class AllowanceTest {

    private static final String ACCOUNT = "900000000000001";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private String number = "";
    private String line = "";
    private String conversation = "";
    private String phone = "";

    /** The protocol is the line's first message. */
    @BeforeEach
    void givenAConversationOnALineOfItsOwn() {
        number = customer.post("/sandbox/lines", json.createObjectNode())
                .path("id")
                .asText();
        line = agent.post(
                        "marta",
                        "/api/v1/lines",
                        Map.of(
                                "providerId", number,
                                "account", ACCOUNT,
                                "display", "+55 11 " + number.substring(7)))
                .body()
                .path("id")
                .asText();
        phone = customer.newPhone();
        var message = json.createObjectNode().put("type", "text");
        message.putObject("text").put("body", "minha geladeira não gela");
        customer.sends(phone, number, message);
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        conversation = cases.conversationOf(phone);
        eventually(() -> allowance().path("used").asInt() == 1);
    }

    @Test
    void isUsedByEachMessageOnceHoweverManyStatusesNameItsPrice() {
        writes(3);

        eventually(() -> allowance().path("used").asInt() == 4);
        eventually(() -> jdbc.sql(
                                "select count(*) from conversation.message where conversation = ?::uuid and status = 'DELIVERED'")
                        .param(conversation)
                        .query(Integer.class)
                        .single()
                == 4);
        assertThat(allowance().path("used").asInt()).isEqualTo(4);
        assertThat(allowance().path("left").asInt())
                .isEqualTo(allowance().path("free").asInt() - 4);
        assertThat(allowance().path("level").asInt()).isZero();
        assertThat(cost().path("totals")).as("all of it is free").isEmpty();
    }

    @Test
    void isUsedUpOnceWhatsAppChargesTheFirstAndThatIsToldOnce() {
        customer.put("/sandbox/lines/" + number, json.createObjectNode().put("used", 1_000));

        writes(2);

        eventually(() -> allowance().path("paid").asInt() == 2);
        assertThat(allowance().path("level").asInt()).isEqualTo(100);
        assertThat(allowance().at("/alarms/0/percent").asInt()).isEqualTo(100);
        assertThat(jdbc.sql(
                                "select count(*) from platform.event where type = 'line.allowance' and data ->> 'line' = ? and data ->> 'percent' = '100'")
                        .param(line)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var total = eventually(() -> {
            var totals = cost().path("totals");
            assertThat(totals.at("/0/messages").asInt()).isEqualTo(2);
            return totals.get(0);
        });
        assertThat(total.path("amount").decimalValue()).isPositive();
        assertThat(total.path("sample").asInt()).as("no list is imported").isEqualTo(2);
    }

    /** He writes in the WhatsApp Business app, which costs nothing. */
    @Test
    void isNotUsedByWhatTheOwnerWritesOnHisPhone() {
        var message = json.createObjectNode().put("to", phone).put("type", "text");
        message.putObject("text").put("body", "já te ligo");
        customer.post("/sandbox/lines/" + number + "/app/messages", message);
        eventually(() -> agent.messages(conversation).stream()
                .anyMatch(shown -> shown.path("text").asText().equals("já te ligo")));

        writes(1);

        eventually(() -> allowance().path("used").asInt() == 2);
        eventually(() -> cost().path("withoutPrice").asInt() == 0);
        assertThat(cost().at("/groups/0/messages").asInt()).isEqualTo(2);
    }

    private void writes(int messages) {
        for (int i = 0; i < messages; i++) {
            assertThat(agent.writes("marta", conversation, "um momento").status())
                    .isEqualTo(202);
        }
    }

    private JsonNode allowance() {
        return agent.get("marta", "/api/v1/lines/" + line + "/allowance").body();
    }

    private JsonNode cost() {
        return agent.get("bruno", "/api/v1/conversations/" + conversation + "/cost")
                .body();
    }
}
