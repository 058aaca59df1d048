package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.Wakeups;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What messages cost, from WhatsApp's word about it to the sum of a conversation and a month. */
@RunningNovelo
class CostTest {

    private static final String ACCOUNT = "900000000000001";

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
    Wakeups wakeups;

    private String conversation = "";
    private String word = "";
    private long sample;

    /** A conversation of which WhatsApp has told no price yet, not even its protocol's. The account pays in reais. */
    @BeforeEach
    void givenAConversation() {
        eventually(() -> jdbc.sql("select currency = 'BRL' from channel.account where id = ?")
                .param(ACCOUNT)
                .query(Boolean.class)
                .single());
        sample = newestList();
        word = "test_" + UUID.randomUUID().toString().substring(0, 8);
        var phone = customer.newPhone();
        customer.keepStatusesBack();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        conversation = cases.conversationOf(phone);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        customer.noFaults();
        jdbc.sql("delete from channel.price where list > ?").param(sample).update();
        jdbc.sql("update channel.price set replaced_by = null, valid_until = null where list = ?")
                .param(sample)
                .update();
        jdbc.sql("delete from channel.price_list where id > ?").param(sample).update();
        wakeups.signal("prices");
    }

    @Test
    void addsUpWhatAConversationCosts() {
        reported("sent", "marketing", "regular", "5511912345678");
        reported("delivered", "marketing", "regular", "5511912345678");
        reported("delivered", "service", "free_customer_service", "5511912345678");
        reported("read", "utility", "regular", "4915112345678");
        written();

        var cost = eventually(() -> cost(3));

        assertThat(cost.path("totals")).hasSize(1);
        var total = cost.path("totals").get(0);
        assertThat(total.path("currency").asText()).isEqualTo("BRL");
        assertThat(total.path("amount").decimalValue()).isEqualByComparingTo("0.65");
        assertThat(total.path("messages").asInt()).isEqualTo(3);
        assertThat(total.path("sample").asInt()).as("no real list is imported").isEqualTo(3);
        var marketing = group(cost, "marketing");
        assertThat(marketing.path("billable").asBoolean()).isTrue();
        assertThat(marketing.path("messages").asInt()).isEqualTo(2);
        assertThat(marketing.path("expected").asInt())
                .as("sent and not delivered")
                .isEqualTo(1);
        assertThat(group(cost, "service").path("billable").asBoolean(true)).isFalse();
        assertThat(cost.path("withoutPrice").asInt()).isPositive();
    }

    @Test
    void saysThatAPriceIsNotKnown() {
        reported("delivered", word, "regular", "5511912345678");
        reported("delivered", "marketing", "half_" + word, "5511912345678");

        var cost = eventually(() -> cost(2));

        var group = group(cost, word);
        assertThat(group.path("amount").isNull()).isTrue();
        assertThat(group.path("unpriced").asInt()).isEqualTo(1);
        var tomorrow = group(cost, "marketing");
        assertThat(tomorrow.path("billable").isNull()).isTrue();
        assertThat(tomorrow.path("unpriced").asInt()).isEqualTo(1);
        assertThat(cost.at("/totals/0/unpriced").asInt()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatFailedAfterItsPriceWasTold() {
        var id = reported("sent", "marketing", "regular", "5511912345678");
        eventually(() -> cost(1));

        meta.reports(meta.failed(id, 131026, "Message undeliverable", "…"));

        eventually(() -> agent.get("marta", "/api/v1/conversations/" + conversation + "/cost")
                .body()
                .path("totals")
                .isEmpty());
    }

    @Test
    void isShownToWhoeverSeesTheConversationAndNobodyElse() {
        assertThat(agent.get("bruno", "/api/v1/conversations/" + conversation + "/cost")
                        .status())
                .isEqualTo(200);
        assertThat(agent.get("rafa", "/api/v1/conversations/" + conversation + "/cost")
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("marta", "/api/v1/conversations/" + UUID.randomUUID() + "/cost")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pricesAreExamplesUntilARealListIsImportedAndWhatWasSentKeepsItsCost() {
        assertThat(prices("").path("sample").asBoolean()).isTrue();
        reported("delivered", "marketing", "regular", "5511912345678");
        eventually(() -> cost(1));

        var imported = agent.putsCsv(
                "marta",
                "/api/v1/prices?from=2026-01-01",
                "Market,Currency,Marketing,Utility\nBrazil,BRL,0.3125,0.034\nOther,BRL,0.3021,n/a\n");

        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.body().path("prices").asInt()).isEqualTo(3);
        assertThat(imported.body().path("by").asText()).isEqualTo("marta");
        var prices = prices("?market=Brazil");
        assertThat(prices.path("sample").asBoolean()).isFalse();
        assertThat(prices.path("items")).hasSize(2);
        assertThat(prices("?market=Brazil&history=true").path("items")).hasSizeGreaterThan(2);
        reported("delivered", "marketing", "regular", "5511912345678");
        reported("delivered", "marketing", "regular", "4915112345678");
        var total = eventually(() -> cost(3)).path("totals").get(0);
        assertThat(total.path("amount").decimalValue()).isEqualByComparingTo("0.9146"); // 0.3 + 0.3125 + 0.3021
        assertThat(total.path("sample").asInt()).isEqualTo(1);
    }

    @Test
    void aListWithMistakesIsRefusedAsAWhole() {
        var refused = agent.putsCsv(
                "marta",
                "/api/v1/prices",
                "market,category,currency,amount,valid_from\nBrazil,utility,USD,1,2026-10-01\nAtlantis,utility,USD,1,2026-10-01\n");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("prices-refused");
        assertThat(refused.body().at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(refused.body().at("/errors/0/column").asText()).isEqualTo("market");
        assertThat(newestList()).isEqualTo(sample);
        assertThat(agent.putsCsv("marta", "/api/v1/prices?from=tomorrow", "x").problem())
                .isEqualTo("bad-request");
    }

    @Test
    void pricesAndAllowancesAreTheManagers() {
        var line = lineId();

        assertThat(agent.get("bruno", "/api/v1/prices").status()).isEqualTo(404);
        assertThat(agent.putsCsv("bruno", "/api/v1/prices", "x").status()).isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/lines/" + line + "/allowance").status())
                .isEqualTo(404);
        assertThat(agent.get("bruno", "/api/v1/allowances").status()).isEqualTo(404);
        assertThat(agent.get("marta", "/api/v1/lines/" + UUID.randomUUID() + "/allowance")
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("marta", "/api/v1/lines/" + line + "/allowance?month=soon")
                        .problem())
                .isEqualTo("bad-request");
    }

    @Test
    void countsWhatALineHasSentInAMonth() {
        reported("sent", "service", word, "5511912345678");
        reported("delivered", "service", word, "5511912345678");

        var allowance = eventually(() -> {
            var view = agent.get("marta", "/api/v1/lines/" + lineId() + "/allowance")
                    .body();
            assertThat(counted(view)).isEqualTo(2);
            return view;
        });

        assertThat(allowance.path("month").asText()).matches("\\d{4}-\\d{2}");
        assertThat(allowance.path("zone").asText()).isEqualTo("America/Sao_Paulo");
        assertThat(allowance.path("payment").asText()).isEqualTo("PRESENT");
        var line = StreamSupport.stream(
                        agent.get("marta", "/api/v1/allowances")
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("line").asText().equals(lineId()))
                .findFirst()
                .orElseThrow();
        assertThat(counted(line)).isEqualTo(2);
        assertThat(agent.get("marta", "/api/v1/lines/" + lineId() + "/allowance?month=2026-09")
                        .body()
                        .path("free")
                        .isNull())
                .as("free without end then")
                .isTrue();
    }

    private long counted(JsonNode allowance) {
        return StreamSupport.stream(allowance.path("messages").spliterator(), false)
                .filter(row -> row.path("type").asText().equals(word))
                .mapToLong(row -> row.path("messages").asLong())
                .sum();
    }

    /** @return WhatsApp's id of a message of which it tells that */
    private String reported(String status, String category, String type, String recipient) {
        var id = written();
        ObjectNode told = meta.status(id, status).put("recipient_id", recipient);
        told.putObject("pricing")
                .put("pricing_model", "PMP")
                .put("category", category)
                .put("type", type);
        meta.reports(told);
        return id;
    }

    private String written() {
        var id = agent.writes("bruno", conversation, "um momento")
                .body()
                .path("id")
                .asText();
        return eventually(() -> {
            var message = agent.message(conversation, id);
            assertThat(message.path("status").asText()).isEqualTo("ACCEPTED");
            return message.path("providerId").asText();
        });
    }

    /** @return the cost once so many messages are charged */
    private JsonNode cost(int messages) {
        var cost = agent.get("bruno", "/api/v1/conversations/" + conversation + "/cost")
                .body();
        assertThat(cost.at("/totals/0/messages").asInt()).isGreaterThanOrEqualTo(messages);
        return cost;
    }

    private static JsonNode group(JsonNode cost, String category) {
        return StreamSupport.stream(cost.path("groups").spliterator(), false)
                .filter(group -> group.path("category").asText().equals(category))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode prices(String query) {
        return agent.get("marta", "/api/v1/prices" + query).body();
    }

    private long newestList() {
        return jdbc.sql("select max(id) from channel.price_list")
                .query(Long.class)
                .single();
    }

    private String lineId() {
        return jdbc.sql("select id::text from channel.line where provider_id = ?")
                .param(Meta.LINE)
                .query(String.class)
                .single();
    }
}
