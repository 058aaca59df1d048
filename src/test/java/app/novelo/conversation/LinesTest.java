package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several lines, each with what is its own. The lines are those of this test: nobody else sends on them. */
@RunningNovelo
@ExtendWith(OutputCaptureExtension.class)
class LinesTest {

    private static final String LINES = "/api/v1/lines";
    private static final String GOOD_TOKEN = "sandbox-access-token";

    @Autowired
    Clock clock;

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

    @AfterEach
    void noFaults() {
        customer.noFaults();
    }

    @Test
    void readsWhatCameForALineBeforeItWasKnown() {
        var number = aNumberThatOnlyMetaKnows();
        var phone = customer.newPhone();
        customer.sends(phone, number, text("minha geladeira não gela"));
        eventually(() -> setAside(number) == 1);

        var line = add(number, Map.of("name", "Assistência"));

        assertThat(line.path("name").asText()).isEqualTo("Assistência");
        assertThat(line.path("state").asText()).isEqualTo("OPEN");
        assertThat(cases.ticketOf(phone)).startsWith("T-");
        eventually(() -> customer.received(phone).size() == 1);
        assertThat(setAside(number)).isZero();
        assertThat(customer.sees(phone))
                .allSatisfy(message -> assertThat(message.path("line").asText()).isEqualTo(number));
    }

    @Test
    void beginsNewConversationsInTheQueueOfTheLineAndSpeaksAsItsPersonaInItsWords() {
        var number = aNumberThatOnlyMetaKnows();
        var line = add(number, Map.of("queue", "billing", "persona", "Clara da Casa Clima"));
        var words = "/api/v1/texts/ticket.protocol/pt?line=" + line.path("id").asText();
        var own = "{{company}} anotou: {{protocol}}";
        assertThat(agent.put("marta", words, Map.of("text", own)).status()).isEqualTo(200);
        var phone = customer.newPhone();

        customer.sends(phone, number, text("oi"));

        eventually(() -> customer.received(phone).size() == 1);
        assertThat(customer.received(phone).get(0)).contains("Clara da Casa Clima");
        var conversation = cases.conversationOf(phone);
        var seen = agent.get("bia", "/api/v1/conversations/" + conversation);
        assertThat(seen.body().path("queue").asText()).isEqualTo("billing");
        assertThat(agent.get("diego", "/api/v1/conversations/" + conversation).status())
                .isEqualTo(404);
        assertThat(agent.messages(conversation)
                        .get(1)
                        .path("author")
                        .path("name")
                        .asText())
                .isEqualTo("Clara da Casa Clima");

        customer.sends(phone, number, text("minha geladeira não gela"));

        var ticket = cases.ticketOf(phone);
        eventually(() -> customer.received(phone).contains("Clara da Casa Clima anotou: " + ticket));
        assertThat(cases.fact(ticket, "queue")).as("the tables decide").isEqualTo("support");
        assertThat(agent.delete("marta", words).status()).isEqualTo(204);
    }

    @Test
    void answersFromTheLineThatTheCustomerWroteToAndShowsAllHisThreads() {
        var one = aNumberThatOnlyMetaKnows();
        var other = aNumberThatOnlyMetaKnows();
        add(one, Map.of());
        add(other, Map.of());
        var phone = customer.newPhone();
        customer.sends(phone, one, text("minha geladeira não gela"));
        eventually(() -> received(phone, one).size() == 1);
        customer.sends(phone, other, text("a nota fiscal veio com valor errado"));
        eventually(() -> received(phone, other).size() == 1);
        var threads = threads(phone);
        assertThat(threads).hasSize(2);

        agent.writes("marta", threads.get(0), "sobre a geladeira");
        agent.writes("marta", threads.get(1), "sobre a nota");

        eventually(() -> received(phone, one).contains("sobre a geladeira"));
        eventually(() -> received(phone, other).contains("sobre a nota"));
        assertThat(received(phone, one)).hasSize(2);
        assertThat(received(phone, other)).hasSize(2);
        var customerId = agent.get("marta", "/api/v1/conversations/" + threads.get(0))
                .body()
                .path("customer")
                .path("id")
                .asText();
        assertThat(ids("marta", customerId)).containsExactlyInAnyOrderElementsOf(threads);
        assertThat(ids("bruno", customerId)).containsExactly(threads.get(0)); // the other is billing's
        assertThat(ids("rafa", customerId)).isEmpty();
        var told = agent.get("marta", "/api/v1/customers/" + customerId + "/timeline?limit=200")
                .body()
                .path("items");
        assertThat(StreamSupport.stream(told.spliterator(), false)
                        .map(entry -> entry.path("content").path("text").asText()))
                .contains("minha geladeira não gela", "sobre a geladeira", "sobre a nota");
    }

    @Test
    void aRevokedTokenStopsTheLinesOfItsAccountAndTheNewOneLetsEverythingGo(CapturedOutput log) {
        var account = "8" + System.nanoTime();
        var one = aNumberThatOnlyMetaKnows();
        var other = aNumberThatOnlyMetaKnows();
        var line = add(one, account, Map.of());
        var sister = add(other, account, Map.of());
        var phone = customer.newPhone();
        customer.sends(phone, one, text("minha geladeira não gela"));
        eventually(() -> customer.received(phone).size() == 1);
        var conversation = cases.conversationOf(phone);
        gives(account, "EAAG-revoked-since");

        var texts = IntStream.range(0, 20).mapToObj(n -> "passo " + n).toList();
        texts.forEach(text ->
                assertThat(agent.writes("marta", conversation, text).status()).isEqualTo(202));

        eventually(() -> shown(line).path("paused").path("code").asInt() == 190);
        eventually(() -> shown(sister).path("paused").path("code").asInt() == 190);
        assertThat(shown(line).path("waiting").asInt()).isEqualTo(20);
        assertThat(customer.received(phone)).hasSize(1);

        gives(account, GOOD_TOKEN);

        eventually(() -> customer.received(phone).size() == 21);
        assertThat(customer.received(phone).subList(1, 21)).isEqualTo(texts);
        eventually(() -> shown(line).path("state").asText().equals("OPEN"));
        assertThat(shown(sister).path("state").asText()).isEqualTo("OPEN");
        assertThat(log).doesNotContain("EAAG-revoked-since", GOOD_TOKEN);
        assertThat(jdbc.sql("select token from channel.account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .startsWith("v1.")
                .doesNotContain(GOOD_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"''", "short", "two words here", "'with\nbreak-in-it'"})
    void takesNoTokenThatIsNone(String token) {
        var account = "8" + System.nanoTime();
        add(aNumberThatOnlyMetaKnows(), account, Map.of());

        var answer = agent.put("marta", "/api/v1/accounts/" + account + "/token", Map.of("token", token));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo("token");
    }

    @Test
    void takesATokenFromManagersForAnAccountThatIsThere() {
        var token = Map.of("token", GOOD_TOKEN);

        assertThat(agent.put("bruno", "/api/v1/accounts/900000000000001/token", token)
                        .status())
                .isEqualTo(404);
        assertThat(agent.put("marta", "/api/v1/accounts/0815/token", token).status())
                .isEqualTo(404);
    }

    @Test
    void sendsNothingOnALineThatIsSwitchedOffUntilItIsOnAgain() {
        var number = aNumberThatOnlyMetaKnows();
        var line = add(number, Map.of());
        var phone = customer.newPhone();
        customer.sends(phone, number, text("minha geladeira não gela"));
        eventually(() -> customer.received(phone).size() == 1);

        var off = change(line, Map.of("active", false));

        assertThat(off.path("state").asText()).isEqualTo("PAUSED");
        assertThat(off.path("paused").path("cause").asText()).isEqualTo("SWITCHED_OFF");
        var since = off.path("paused").path("since").asText();
        assertThat(Instant.parse(since)).isCloseTo(clock.instant(), within(1, ChronoUnit.HOURS));
        assertThat(change(line, Map.of("active", false, "name", "Loja"))
                        .at("/paused/since")
                        .asText())
                .isEqualTo(since);
        var conversation = cases.conversationOf(phone);
        agent.writes("marta", conversation, "amanhã");
        customer.sends(phone, number, text("alguém aí?"));
        eventually(() -> agent.messages(conversation).size() == 4);
        agent.post("marta", LINES + "/" + line.path("id").asText() + "/resume", null);
        assertThat(shown(line).path("waiting").asInt()).isEqualTo(1);
        assertThat(customer.received(phone)).hasSize(1);

        var on = change(line, Map.of("active", true));

        assertThat(on.path("state").asText()).isEqualTo("OPEN");
        eventually(() -> customer.received(phone).contains("amanhã"));
    }

    @Test
    void changesWhatIsNamedAndTakesAwayWhatIsNull() {
        var line = add(
                aNumberThatOnlyMetaKnows(),
                Map.of("name", "Vendas", "queue", "sales", "manager", "marta", "calendar", "clock", "language", "es"));
        assertThat(line.path("managerName").asText()).isEqualTo("Marta Vasconcelos");

        var change = new HashMap<String, Object>();
        change.put("queue", null);
        change.put("persona", "Vera");
        change.put("name", " ");
        var changed = change(line, change);

        assertThat(changed.path("queue").isNull()).isTrue();
        assertThat(changed.path("persona").asText()).isEqualTo("Vera");
        assertThat(changed.path("name").asText()).isEqualTo(line.path("display").asText());
        assertThat(changed.path("language").asText()).isEqualTo("es");
        assertThat(changed.path("calendar").asText()).isEqualTo("clock");
        var told = jdbc.sql("select count(*) from platform.event where type = 'line.changed' and data ->> 'line' = ?")
                .param(line.path("id").asText())
                .query(Integer.class)
                .single();
        assertThat(told).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "queue, nowhere",
        "manager, nobody",
        "calendar, never",
        "language, português",
        "language, pt-BR",
        "persona, 'a\nb'",
        "display, ' '",
        "active, maybe",
        "providerId, 1",
        "token, EAAG",
        "id, 1"
    })
    void refusesWhatCannotBeSetNamingIt(String field, String value) {
        var line = add(aNumberThatOnlyMetaKnows(), Map.of());

        var answer = agent.patch("marta", LINES + "/" + line.path("id").asText(), Map.of(field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "providerId, '', providerId",
        "providerId, ../me, providerId",
        "account, a b, account",
        "display, '', display",
        "channel, pigeon, channel",
        "colour, red, colour"
    })
    void addsNoLineWithoutWhatItNeeds(String field, String value, String named) {
        var wish = new HashMap<String, Object>(
                Map.of("providerId", "1" + System.nanoTime(), "account", "1", "display", "1"));
        wish.put(field, value);

        var answer = agent.post("marta", LINES, wish);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo(named);
    }

    @Test
    void isAddedOnceAndByManagersAlone() {
        var number = aNumberThatOnlyMetaKnows();
        var wish = Map.of("providerId", number, "account", "8" + System.nanoTime(), "display", "+55 11 4000-3000");
        assertThat(agent.post("bruno", LINES, wish).status()).isEqualTo(404);
        var line = agent.post("admin", LINES, wish);
        assertThat(line.status()).isEqualTo(201);

        var again = agent.post("marta", LINES, wish);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("line-known");
        assertThat(again.body().path("line").asText())
                .isEqualTo(line.body().path("id").asText());
        assertThat(agent.patch("bruno", LINES + "/" + line.body().path("id").asText(), Map.of("name", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.patch("marta", LINES + "/" + UUID.randomUUID(), Map.of("name", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("bruno", LINES + "/" + line.body().path("id").asText())
                        .status())
                .isEqualTo(200);
    }

    private String aNumberThatOnlyMetaKnows() {
        return customer.post("/sandbox/lines", json.createObjectNode())
                .path("id")
                .asText();
    }

    private ObjectNode text(String body) {
        var message = json.createObjectNode().put("type", "text");
        message.putObject("text").put("body", body);
        return message;
    }

    private JsonNode add(String number, Map<String, Object> settings) {
        return add(number, "8" + System.nanoTime(), settings);
    }

    private JsonNode add(String number, String account, Map<String, Object> settings) {
        var wish = new HashMap<>(settings);
        wish.put("providerId", number);
        wish.put("account", account);
        wish.put("display", "+55 11 " + number.substring(7));
        var answer = agent.post("marta", LINES, wish);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private JsonNode change(JsonNode line, Map<String, Object> change) {
        var answer = agent.patch("marta", LINES + "/" + line.path("id").asText(), change);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode shown(JsonNode line) {
        return agent.get("bruno", LINES + "/" + line.path("id").asText()).body();
    }

    private void gives(String account, String token) {
        assertThat(agent.put("marta", "/api/v1/accounts/" + account + "/token", Map.of("token", token))
                        .status())
                .isEqualTo(204);
    }

    /** @return of the conversations of a customer those that somebody sees */
    private List<String> ids(String user, String customerId) {
        var items = agent.get(user, "/api/v1/conversations?customer=" + customerId)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private int setAside(String number) {
        return jdbc.sql("select count(*) from channel.set_aside where settled_at is null and reason = ?")
                .param("unknown line " + number)
                .query(Integer.class)
                .single();
    }

    private List<String> received(String phone, String line) {
        return customer.sees(phone).stream()
                .filter(message -> message.path("direction").asText().equals("OUT")
                        && message.path("line").asText().equals(line))
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** @return the customer's conversations, the oldest first */
    private List<String> threads(String phone) {
        return jdbc.sql(
                        """
                        select c.id::text from conversation.conversation c join customer.identity i on i.customer = c.customer
                        where i.value = ? order by c.opened_at""")
                .param(phone)
                .query(String.class)
                .list();
    }
}
