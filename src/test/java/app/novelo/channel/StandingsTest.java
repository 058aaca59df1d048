package app.novelo.channel;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Meta says of accounts and numbers, seen before it hurts. Account and lines are those of one test. */
@RunningNovelo
class StandingsTest {

    private static final String LINES = "/api/v1/lines/";
    private static final String ACCOUNTS = "/api/v1/accounts/";
    private static final String NO_ANSWERS = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING";
    private static final String NO_CAMPAIGNS = "RESTRICTED_BIZ_INITIATED_MESSAGING";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Meta meta;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    Lines lines;

    @Autowired
    Billings billings;

    private String account = "";
    private String line = "";
    private String sister = "";

    /** Of a new account, which the app has not subscribed to yet. */
    @BeforeEach
    void twoLines() {
        account = customer.post("/sandbox/accounts", object()).path("id").asText();
        line = aLine();
        sister = aLine();
        gives(issued(object()));
    }

    @AfterEach
    void theySendNoMore() {
        agent.patch("marta", LINES + line, Map.of("active", false));
        agent.patch("marta", LINES + sister, Map.of("active", false));
    }

    @Test
    void findsThatNobodyHearsOfTheAccountAndMendsIt() {
        var before = check();

        assertThat(before.path("accepted").asBoolean())
                .as("it could send: %s", before)
                .isTrue();
        assertThat(failing(before)).containsExactly("subscription");
        assertThat(finding(before, "subscription").path("reason").asText()).isEqualTo("not-subscribed");
        assertThat(finding(before, "subscription").path("remedy").asText()).contains("/subscribe");
        assertThat(finding(before, "webhook").path("detail").asText()).contains("came back");

        var after = agent.post("marta", LINES + line + "/subscribe", null);

        assertThat(failing(after.body())).isEmpty();
        assertThat(after.body().path("items")).hasSize(6);
        assertThat(agent.post("bruno", LINES + line + "/check", null).status()).isEqualTo(404);
        assertThat(agent.post("bruno", LINES + line + "/subscribe", null).status())
                .isEqualTo(404);
    }

    @Test
    void aDeliveryOfItsOwnIsNobodysMessage() {
        int aside = setAside();

        check();

        eventually(() -> jdbc.sql("select count(*) from channel.unsplit")
                        .query(Integer.class)
                        .single()
                == 0);
        assertThat(setAside()).isEqualTo(aside);
    }

    @Test
    void findsWhatTheTokenMayNot() {
        var scopes = object();
        scopes.putArray("scopes").add("whatsapp_business_management");
        gives(issued(scopes));

        var found = finding(check(), "token");

        assertThat(found.path("ok").asBoolean()).isFalse();
        assertThat(found.path("reason").asText()).isEqualTo("scopes-missing");
        assertThat(found.path("detail").asText())
                .contains("whatsapp_business_messaging")
                .doesNotContain("whatsapp_business_management");
    }

    @Test
    void findsThatTheTokenCountsNoMore() {
        gives("EAAG-never-issued");

        var found = check();

        assertThat(found.path("accepted").asBoolean()).isFalse();
        assertThat(failing(found)).contains("token", "number", "account", "subscription", "payment");
        assertThat(finding(found, "token").path("reason").asText()).isEqualTo("token-invalid");
        assertThat(found.toString()).doesNotContain("EAAG-never-issued");
        assertThat(warnings(line)).contains("UNREAD 190");
    }

    @Test
    void findsThatNothingCanBePaid() {
        changesAccount(object().put("funded", false));

        assertThat(failing(check())).contains("payment");

        assertThat(warnings(line)).contains("PAYMENT ");
        var shown = agent.get("marta", ACCOUNTS + account).body();
        assertThat(shown.path("funded").asBoolean()).isFalse();
        assertThat(shown.path("currency").asText()).isEqualTo("BRL");
        var ours = lines.find(UUID.fromString(line)).orElseThrow();
        assertThat(billings.of(ours))
                .isEqualTo(new Billing("BRL", ZoneId.of("America/Sao_Paulo"), Billing.Payment.MISSING));
        changesAccount(object().put("funded", true));
        check();
        assertThat(warnings(line)).doesNotContain("PAYMENT ");
        assertThat(billings.of(ours).payment()).isEqualTo(Billing.Payment.PRESENT);
    }

    @Test
    void findsThatTheNumberBelongsToAnotherAccount() {
        var stray = customer.post("/sandbox/lines", object()).path("id").asText();
        var added = agent.post(
                "marta",
                "/api/v1/lines",
                Map.of("providerId", stray, "account", account, "display", "+55 11 4999-0000"));

        var found = check(added.body().path("id").asText());

        assertThat(finding(found, "number").path("reason").asText()).isEqualTo("number-unknown");
        assertThat(found.path("accepted").asBoolean()).isFalse();
        agent.patch("marta", LINES + added.body().path("id").asText(), Map.of("active", false));
    }

    @Test
    void showsQualityAndWarnsManagersWhenItFalls() {
        subscribe();
        check();
        assertThat(shown(line).path("quality").asText()).isEqualTo("GREEN");
        assertThat(shown(line).path("limit").asText()).startsWith("TIER_");
        assertThat(shown(line).path("throughput").asText()).isEqualTo("STANDARD");
        assertThat(shown(line).path("checkedAt").asText()).isNotBlank();

        changesNumber(line, object().put("quality", "RED"));

        eventually(() -> shown(line).path("quality").asText().equals("RED"));
        assertThat(warnings(line)).containsExactly("QUALITY RED");
        assertThat(shown(line).path("state").asText()).isEqualTo("OPEN");
        assertThat(warnings(sister)).isEmpty();
        assertThat(events("line.changed")).isPositive();
        changesNumber(line, object().put("quality", "GREEN"));
        eventually(() -> warnings(line).isEmpty());
    }

    @Test
    void takesOverTheLimitThatMetaTells() {
        subscribe();

        changesAccount(object().put("messagingLimit", "TIER_100K"));

        eventually(() -> shown(line).path("limit").asText().equals("TIER_100K"));
        eventually(() -> limitAfter(2_000).equals("2000"));
        eventually(() -> limitAfter(-1).equals("TIER_UNLIMITED"));
    }

    /** Told again each time: a reading that is under way knows it better, and Meta's stand-in knows nothing of it. */
    private String limitAfter(int told) {
        hears("business_capability_update", "{\"max_daily_conversations_per_business\": %d}".formatted(told));
        eventually(() -> notices(" and waits") == 0);
        return shown(line).path("limit").asText();
    }

    @Test
    void warnsOfANameThatWasDeclined() {
        subscribe();

        changesNumber(line, object().put("nameStatus", "DECLINED"));

        eventually(() -> warnings(line).contains("NAME DECLINED"));
        changesNumber(line, object().put("nameStatus", "APPROVED").put("verifiedName", "Casa Clima Vendas"));
        eventually(() -> shown(line).path("verifiedName").asText().equals("Casa Clima Vendas"));
        assertThat(warnings(line)).isEmpty();
    }

    @Test
    void aBanStopsAllLinesOfTheAccountUntilMetaTakesItBack() {
        subscribe();
        var conversation = aConversation();
        customer.post("/sandbox/accounts/" + account + "/ban", object().put("state", "SCHEDULE_FOR_DISABLE"));
        eventually(() -> warnings(line).contains("BAN_SCHEDULED SCHEDULE_FOR_DISABLE"));
        assertThat(shown(line).path("state").asText()).isEqualTo("OPEN");

        ban("DISABLE");

        for (var one : List.of(line, sister)) {
            eventually(() -> cause(one).equals("BANNED"));
            assertThat(shown(one).path("state").asText()).isEqualTo("PAUSED");
            assertThat(shown(one).path("paused").path("nextTry").isNull()).isTrue();
        }
        agent.writes("marta", conversation.id, "Já volto");
        eventually(() -> shown(line).path("waiting").asInt() == 1);

        ban("REINSTATE");

        eventually(() -> customer.received(conversation.phone).contains("Já volto"));
        assertThat(shown(sister).path("state").asText()).isEqualTo("OPEN");
        assertThat(events("line.stopped")).isPositive();
    }

    /** Its webhook of the reinstatement was lost. */
    @Test
    void anAcceptedCheckEndsAStopAndOneThatIsNotDoesNot() {
        subscribe();
        var conversation = aConversation();
        ban("DISABLE");
        eventually(() -> cause(line).equals("BANNED"));

        var refused = check();

        assertThat(refused.path("accepted").asBoolean()).isFalse();
        assertThat(finding(refused, "account").path("reason").asText()).isEqualTo("account-blocked");
        assertThat(cause(line)).isEqualTo("BANNED");
        agent.writes("marta", conversation.id, "Já volto");
        jdbc.sql("update sandbox.account set ban = null where id = ?")
                .param(account)
                .update();

        assertThat(check().path("accepted").asBoolean()).isTrue();

        eventually(() -> customer.received(conversation.phone).contains("Já volto"));
        assertThat(shown(sister).path("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void aManagerEndsAStop() {
        subscribe();
        hears("account_update", "{\"event\": \"ACCOUNT_DELETED\"}");
        eventually(() -> cause(line).equals("DELETED"));
        assertThat(agent.post("bruno", LINES + line + "/resume", null).status()).isEqualTo(404);

        var resumed = agent.post("marta", LINES + line + "/resume", null);

        assertThat(resumed.body().path("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void aRestrictionOfAnswersStopsUntilItsEndAndAnyOtherIsAWarning() {
        subscribe();
        restrict(NO_CAMPAIGNS);
        eventually(() -> warnings(line).contains("RESTRICTION " + NO_CAMPAIGNS));
        assertThat(shown(line).path("state").asText()).isEqualTo("OPEN");

        restrict(NO_ANSWERS);

        eventually(() -> cause(line).equals("RESTRICTED"));
        assertThat(shown(line).path("paused").path("until").asText()).isNotBlank();
        assertThat(warnings(line)).contains("RESTRICTION " + NO_CAMPAIGNS, "RESTRICTION " + NO_ANSWERS);
        hears(
                "account_update",
                "{\"event\": \"ACCOUNT_RESTRICTION\", \"restriction_info\": [{\"restriction_type\": \"%s\", \"expiration\": 1}]}"
                        .formatted(NO_ANSWERS));
        eventually(() -> cause(line).isEmpty());
        assertThat(warnings(line)).contains("RESTRICTION " + NO_CAMPAIGNS).doesNotContain("RESTRICTION " + NO_ANSWERS);
    }

    @ParameterizedTest
    @CsvSource({
        "account_update, ACCOUNT_OFFBOARDED, OFFBOARDED, ACCOUNT_RECONNECTED, event",
        "account_review_update, REJECTED, REJECTED, APPROVED, decision"
    })
    void isStoppedByOneWordAndGoesOnWithTheOther(String field, String stop, String cause, String go, String member) {
        subscribe();

        hears(field, object().put(member, stop).toString());
        eventually(() -> cause(line).equals(cause));

        hears(field, object().put(member, go).toString());
        eventually(() -> cause(line).isEmpty());
    }

    /** Meta tells nothing of it: it is read. */
    @Test
    void aNumberThatIsBannedStopsAloneAndGoesOnWhenItIsConnectedAgain() {
        changesNumber(line, object().put("status", "BANNED"));

        assertThat(failing(check())).contains("number");

        assertThat(cause(line)).isEqualTo("NUMBER");
        assertThat(shown(sister).path("state").asText()).isEqualTo("OPEN");
        changesNumber(line, object().put("status", "CONNECTED"));
        jdbc.sql("update channel.line_health set due = true where line = ?::uuid")
                .param(line)
                .update();
        eventually(() -> cause(line).isEmpty());
    }

    @Test
    void showsAlertsUntilSomebodyHasLookedAtThem() {
        subscribe();
        alert("CRITICAL", "ACTIVE", "OBA_LOST", "The official account is lost");
        alert("INFORMATIONAL", "ACTIVE", "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED", "Later");

        eventually(() -> alerts().size() == 2);

        assertThat(warnings(line)).containsExactly("ALERT OBA_LOST: The official account is lost");
        assertThat(agent.get("bruno", ACCOUNTS + account).status()).isEqualTo(404);
        assertThat(agent.get("bruno", ACCOUNTS).status()).isEqualTo(404);
        assertThat(agent.get("marta", "/api/v1/accounts").body().path("items").toString())
                .contains(account)
                .doesNotContain("sandbox-access-token");
        var critical = alerts().stream()
                .filter(alert -> alert.path("kind").asText().equals("OBA_LOST"))
                .findFirst()
                .orElseThrow();
        var settle = ACCOUNTS + account + "/alerts/" + critical.path("id").asText() + "/settle";
        assertThat(agent.post("bruno", settle, null).status()).isEqualTo(404);
        assertThat(agent.post("marta", settle, null).status()).isEqualTo(204);
        assertThat(agent.post("marta", settle, null).status()).isEqualTo(404);
        assertThat(warnings(line)).isEmpty();
        alert("CRITICAL", "ACTIVE", "OBA_LOST", "Again");
        eventually(() -> warnings(line).contains("ALERT OBA_LOST: Again"));
        alert("CRITICAL", "RESOLVED", "OBA_LOST", "Over");
        eventually(() -> warnings(line).isEmpty());
    }

    @Test
    void tellsOfAChangedPinAndOfAViolation() {
        subscribe();
        var digits = shown(line).path("display").asText().replaceAll("\\D", "");

        hears(
                "security",
                object().put("display_phone_number", digits)
                        .put("event", "PIN_CHANGED")
                        .put("requester", "42")
                        .toString());
        hears(
                "account_update",
                "{\"event\": \"ACCOUNT_VIOLATION\", \"violation_info\": {\"violation_type\": \"SPAM\"}}");

        eventually(() -> warnings(line).contains("ALERT ACCOUNT_VIOLATION: SPAM"));
        assertThat(warnings(line)).contains("ALERT PIN_CHANGED: 42");
        assertThat(warnings(sister)).containsExactly("ALERT ACCOUNT_VIOLATION: SPAM");
    }

    @Test
    void aTokenThatIsRevokedInTheMiddleOfAQueueLosesAndDoublesNothing() {
        subscribe();
        var conversation = aConversation();
        var texts = IntStream.range(0, 20).mapToObj(n -> "passo " + n).toList();
        texts.subList(0, 10).forEach(text -> agent.writes("marta", conversation.id, text));
        eventually(() -> customer.received(conversation.phone).size() > 3);

        agent.delete("marta", "/sandbox/accounts/" + account + "/tokens");
        texts.subList(10, 20).forEach(text -> agent.writes("marta", conversation.id, text));

        eventually(() -> shown(line).path("paused").path("code").asInt() == 190);
        eventually(() -> shown(sister).path("paused").path("code").asInt() == 190);
        assertThat(shown(line).path("waiting").asInt()).isPositive();

        gives(issued(object()));

        eventually(() -> customer.received(conversation.phone).size() == 21);
        assertThat(customer.received(conversation.phone).subList(1, 21)).isEqualTo(texts);
        eventually(() -> shown(sister).path("state").asText().equals("OPEN"));
    }

    @Test
    void warnsBeforeTheTokenEnds() {
        gives(issued(
                object().put("expiresAt", clock.instant().plusSeconds(86_400).toString())));

        var found = check();

        assertThat(finding(found, "token").path("detail").asText()).contains("Valid until");
        assertThat(warnings(line)).containsExactly("TOKEN_ENDS ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"text\"",
                "{\"event\": 1}",
                "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": []}",
                "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": {\"a\": 1}}}",
                "{\"event\": \"ACCOUNT_RESTRICTION\", \"restriction_info\": \"x\"}",
                "{\"event\": \"ACCOUNT_RESTRICTION\", \"restriction_info\": [1, {\"restriction_type\": [], \"expiration\": \"soon\"}]}",
                "{\"event\": \"ACCOUNT_VIOLATION\", \"violation_info\": 7}",
                "{\"alert_info\": {\"alert_type\": \"\\u0000\", \"alert_severity\": 3, \"alert_description\": {}}}",
                "{\"alert_info\": {\"alert_type\": {\"a\": []}}, \"entity_type\": \"PHONE_NUMBER\", \"entity_id\": []}",
                "{\"display_phone_number\": {\"x\": 1}, \"max_daily_conversations_per_business\": {\"y\": 2}, \"decision\": []}",
                "{\"display_phone_number\": \"()\", \"requested_verified_name\": 1e400, \"decision\": \"APPROVED\"}"
            })
    void isNotDisturbedByAnyShape(String value) throws IOException {
        subscribe();
        var before = shown(line);
        var fields = List.of(
                "account_update",
                "account_alerts",
                "account_review_update",
                "business_capability_update",
                "phone_number_quality_update",
                "phone_number_name_update",
                "security");

        fields.forEach(field -> hears(field, value));

        eventually(() -> notices("") >= fields.size());
        eventually(() -> notices(" and waits") == 0);
        assertThat(notices(" and problem is not null")).isZero();
        assertThat(shown(line).path("state")).isEqualTo(before.path("state"));
    }

    /** Of an account that nobody has lines of. */
    @Test
    void isNotDisturbedByStrangers() {
        var stranger = customer.post("/sandbox/accounts", object()).path("id").asText();
        jdbc.sql("update sandbox.account set subscribed = true where id = ?")
                .param(stranger)
                .update();

        customer.post("/sandbox/accounts/" + stranger + "/ban", object().put("state", "DISABLE"));

        eventually(() ->
                jdbc.sql("select count(*) from channel.notice where account = ? and not waits and problem is null")
                                .param(stranger)
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(shown(line).path("state").asText()).isEqualTo("OPEN");
        assertThat(agent.get("marta", ACCOUNTS + stranger).status()).isEqualTo(404);
    }

    private record Talk(String phone, String id) {}

    private Talk aConversation() {
        var phone = customer.newPhone();
        var message = object().put("type", "text");
        message.putObject("text").put("body", "minha geladeira não gela");
        customer.sends(phone, shown(line).path("providerId").asText(), message);
        eventually(() -> !customer.received(phone).isEmpty());
        return new Talk(phone, cases.conversationOf(phone));
    }

    private ObjectNode object() {
        return json.createObjectNode();
    }

    private String aLine() {
        var number = customer.post("/sandbox/lines", object().put("account", account));
        var wish = Map.of(
                "providerId", number.path("id").asText(),
                "account", account,
                "display", number.path("display").asText());
        var answer = agent.post("marta", "/api/v1/lines", wish);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private String issued(ObjectNode wish) {
        return customer.post("/sandbox/accounts/" + account + "/tokens", wish)
                .path("value")
                .asText();
    }

    private void gives(String token) {
        assertThat(agent.put("marta", ACCOUNTS + account + "/token", Map.of("token", token))
                        .status())
                .isEqualTo(204);
    }

    private void subscribe() {
        assertThat(agent.post("marta", LINES + line + "/subscribe", null).status())
                .isEqualTo(200);
    }

    private JsonNode check() {
        return check(line);
    }

    private JsonNode check(String one) {
        var answer = agent.post("marta", LINES + one + "/check", null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode finding(JsonNode examination, String check) {
        for (var item : examination.path("items")) {
            if (item.path("check").asText().equals(check)) {
                return item;
            }
        }
        throw new IllegalStateException("no check " + check);
    }

    private static List<String> failing(JsonNode examination) {
        var failing = new ArrayList<String>();
        examination.path("items").forEach(item -> {
            if (!item.path("ok").asBoolean()) {
                failing.add(item.path("check").asText());
            }
        });
        return failing;
    }

    private JsonNode shown(String one) {
        return agent.get("bruno", LINES + one).body();
    }

    private String cause(String one) {
        return shown(one).path("paused").path("cause").asText();
    }

    private List<String> warnings(String one) {
        var warnings = new ArrayList<String>();
        shown(one)
                .path("warnings")
                .forEach(warning -> warnings.add(warning.path("code").asText() + " "
                        + warning.path("detail").asText()));
        return warnings;
    }

    private List<JsonNode> alerts() {
        var alerts = new ArrayList<JsonNode>();
        agent.get("marta", ACCOUNTS + account).body().path("alerts").forEach(alerts::add);
        return alerts;
    }

    private void changesAccount(ObjectNode change) {
        put("/sandbox/accounts/" + account, change);
    }

    private void changesNumber(String one, ObjectNode change) {
        put("/sandbox/lines/" + shown(one).path("providerId").asText(), change);
    }

    private void put(String path, ObjectNode body) {
        assertThat(agent.put("marta", path, body).status()).isEqualTo(200);
    }

    private void ban(String state) {
        customer.post("/sandbox/accounts/" + account + "/ban", object().put("state", state));
    }

    private void restrict(String type) {
        customer.post(
                "/sandbox/accounts/" + account + "/restrictions",
                object().put("type", type).put("duration", "P3D"));
    }

    private void alert(String severity, String status, String type, String description) {
        customer.post(
                "/sandbox/accounts/" + account + "/alerts",
                object().put("severity", severity)
                        .put("status", status)
                        .put("type", type)
                        .put("description", description));
    }

    /** As Meta could say it, also such as the sandbox never would. */
    private void hears(String field, String value) {
        try {
            var delivery = object().put("object", "whatsapp_business_account");
            var entry = delivery.putArray("entry").addObject().put("id", account);
            entry.putArray("changes").addObject().put("field", field).set("value", json.readTree(value));
            meta.taken(delivery);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int notices(String condition) {
        return jdbc.sql("select count(*) from channel.notice where account = ?" + condition)
                .param(account)
                .query(Integer.class)
                .single();
    }

    private int setAside() {
        return jdbc.sql("select count(*) from channel.set_aside where reason like '%nothing in it%'")
                .query(Integer.class)
                .single();
    }

    private int events(String type) {
        return jdbc.sql("select count(*) from platform.event where type = ? and data ->> 'line' = ?")
                .param(type)
                .param(line)
                .query(Integer.class)
                .single();
    }
}
