package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Agent.Answer;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations and messages as {@code docs/http-api.md} promises them. */
@RunningNovelo
class ConversationApiTest {

    private static final String ALL = "/api/v1/conversations";

    @Autowired
    Meta meta;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scheduler calendar;

    @Test
    void showsEveryPromisedFieldOfAConversation() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var ticket = cases.ticketOf(phone);

        var shown = agent.get("bruno", ALL + "/" + conversation);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(names(shown.body()))
                .contains(
                        "id",
                        "customer",
                        "channel",
                        "line",
                        "state",
                        "speaker",
                        "speakerId",
                        "owner",
                        "queue",
                        "intent",
                        "sentiment",
                        "window",
                        "case",
                        "cases",
                        "processInstanceId",
                        "openedAt",
                        "lastMessageAt");
        assertThat(shown.body().path("id").asText()).isEqualTo(conversation);
        assertThat(shown.body().path("channel").asText()).isEqualTo("whatsapp");
        assertThat(shown.body().path("state").asText()).isEqualTo("OPEN");
        assertThat(shown.body().path("queue").asText()).isEqualTo("support");
        assertThat(shown.body().path("intent").asText()).isEqualTo("support");
        assertThat(shown.body().path("case").asText()).isEqualTo(ticket);
        assertThat(shown.body().path("cases").path(0).asText()).isEqualTo(ticket);
        assertThat(shown.body().path("processInstanceId").asText())
                .isEqualTo(cases.instanceOf(ticket, "ticket").getId());
        assertThat(names(shown.body().path("window"))).contains("open", "closesAt");
        assertThat(shown.body().path("window").path("open").asBoolean()).isTrue();
        assertThat(shown.body().path("customer").path("phone").asText()).isEqualTo(phone);
        assertThat(shown.body().path("openedAt").asText()).endsWith("Z");
    }

    /** A browser prefers XML to anything that it does not know, and the class path could write it. */
    @Test
    void speaksJsonToABrowserToo() {
        var shown = agent.get("marta", ALL, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().path("items").isArray()).isTrue();
        assertThat(agent.get("marta", ALL, "application/xml").status()).isEqualTo(406);
        assertThat(agent.get("marta", ALL, "application/yaml").status()).isEqualTo(406);
    }

    @Test
    void describesItselfToWhoeverAsks() {
        var description = agent.get("bruno", "/v3/api-docs").body();

        assertThat(description.path("info").path("title").asText()).isEqualTo("Novelo");
        assertThat(description.path("components").path("securitySchemes").has("basic"))
                .isTrue();
        assertThat(names(description.path("paths")))
                .contains(ALL + "/{id}/messages", "/api/v1/work", "/api/v1/ai/classify", "/api/v1/tickets");
    }

    /** A missing answer is no "no": the message would be taken as failed. */
    @Test
    void wantsToBeToldWhetherAMessageWasSent() {
        var conversation = givenAConversation(customer.newPhone());
        var message = agent.messages(conversation).get(0).path("id").asText();

        var answer = agent.post(
                "bruno", ALL + "/" + conversation + "/messages/" + message + "/outcome", Map.of("sendt", true));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-request");
        assertThat(answer.body().path("field").asText()).isEqualTo("sent");
    }

    @Test
    void showsEveryPromisedFieldOfAMessage() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var ticket = cases.ticketOf(phone);
        var asked = agent.messages(conversation).get(0);

        var posted = agent.post(
                "bruno",
                ALL + "/" + conversation + "/messages",
                Map.of(
                        "kind",
                        "text",
                        "text",
                        "Qual é a marca?",
                        "replyTo",
                        asked.path("providerId").asText()));

        assertThat(posted.status()).isEqualTo(202);
        assertThat(posted.body().path("status").asText()).isEqualTo("QUEUED");
        eventually(() -> customer.received(phone).contains("Qual é a marca?"));
        var messages = agent.messages(conversation);
        assertThat(messages)
                .allSatisfy(message -> assertThat(names(message))
                        .contains(
                                "id",
                                "conversation",
                                "case",
                                "direction",
                                "kind",
                                "text",
                                "media",
                                "author",
                                "at",
                                "status",
                                "providerId",
                                "errors",
                                "replyTo",
                                "reactions",
                                "processInstanceId",
                                "activityInstanceId"))
                .allSatisfy(message -> assertThat(names(message.path("author"))).contains("type", "id", "name"));
        assertThat(messages).extracting(m -> m.path("direction").asText()).containsExactly("IN", "OUT", "OUT");
        assertThat(messages)
                .extracting(m -> m.path("author").path("type").asText())
                .containsExactly("CUSTOMER", "PROCESS", "AGENT");
        assertThat(messages).allMatch(m -> m.path("case").asText().equals(ticket));
        assertThat(messages.get(0).path("status").asText()).isEqualTo("RECEIVED");
        assertThat(messages.get(1).path("processInstanceId").asText())
                .isEqualTo(cases.instanceOf(ticket, "ticket").getId());
        assertThat(messages.get(1).path("activityInstanceId").asText()).startsWith("serviceTask_tellProtocol:");
        assertThat(messages.get(2).path("author").path("id").asText()).isEqualTo("bruno");
        assertThat(messages.get(2).path("author").path("name").asText()).isEqualTo("Bruno Azevedo");
        assertThat(messages.get(2).path("replyTo").asText())
                .isEqualTo(asked.path("providerId").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "bruno, 200",
        "carla, 200",
        "marta, 200",
        "admin, 200",
        "ana, 404",
        "bia, 404",
        "rafa, 404",
        "davi, 404",
        "alice, 404",
        "paula, 404"
    })
    void isSeenByTheAgentsOfItsQueueAndByManagers(String user, int status) {
        var conversation = givenAConversation(customer.newPhone());
        var path = ALL + "/" + conversation;

        assertThat(agent.get(user, path).status()).isEqualTo(status);
        assertThat(agent.get(user, path + "/messages").status()).isEqualTo(status);
        assertThat(listed(user, "?limit=200").contains(conversation)).isEqualTo(status == 200);
        assertThat(listed(user, "?limit=200&queue=support").contains(conversation))
                .isEqualTo(status == 200);
        assertThat(agent.post(user, path + "/takeover", null).status()).isEqualTo(status);
        assertThat(agent.writes(user, conversation, "olá").status()).isEqualTo(status == 200 ? 202 : 404);
        assertThat(agent.post(user, path + "/release", null).status()).isEqualTo(status);
    }

    @Test
    void asksStrangersWhoTheyAre() {
        var conversation = givenAConversation(customer.newPhone());

        for (var path : List.of(ALL, ALL + "/" + conversation, ALL + "/" + conversation + "/messages")) {
            assertThat(agent.get("nobody", path).status()).isEqualTo(401);
        }
        for (var act : List.of("/messages", "/takeover", "/release")) {
            assertThat(agent.post("nobody", ALL + "/" + conversation + act, Map.of("text", "olá"))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(agent.messages(conversation)).hasSize(2);
    }

    @Test
    void saysNothingOfWhatDoesNotExist() {
        var nothing = ALL + "/" + UUID.randomUUID();

        assertThat(agent.get("marta", nothing).problem())
                .isEqualTo(agent.get("ana", nothing).problem());
        assertThat(agent.get("marta", nothing).status()).isEqualTo(404);
        assertThat(agent.get("marta", nothing + "/messages").status()).isEqualTo(404);
        assertThat(agent.post("marta", nothing + "/messages", Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.get("marta", ALL + "/1").status()).isIn(400, 404);
    }

    @Test
    void sendsOnceWhatComesTwiceWithOneKey() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var key = UUID.randomUUID().toString();

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(n -> posts("bruno", conversation, "uma vez só", key))
                .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(answers.stream()
                        .map(answer -> answer.body().path("id").asText())
                        .distinct())
                .hasSize(1);
        assertThat(agent.messages(conversation)).hasSize(3);
    }

    @Test
    void refusesOneKeyForTwoMessages() {
        var conversation = givenAConversation(customer.newPhone());
        var other = givenAConversation(customer.newPhone());
        var key = UUID.randomUUID().toString();
        assertThat(posts("bruno", conversation, "um", key).status()).isEqualTo(202);

        var reused = posts("bruno", conversation, "dois", key);

        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
        assertThat(posts("bruno", other, "um", key).status()).isEqualTo(422);
        assertThat(posts("marta", other, "um", key).status())
                .as("keys are each caller's own")
                .isEqualTo(202);
        assertThat(agent.messages(conversation)).hasSize(3);
        assertThat(posts("bruno", conversation, "um", "k".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void forgetsAnIdempotencyKeyAfterADay() throws Exception {
        var conversation = givenAConversation(customer.newPhone());
        var old = UUID.randomUUID().toString();
        var young = UUID.randomUUID().toString();
        posts("bruno", conversation, "um", old);
        posts("bruno", conversation, "dois", young);
        jdbc.sql("update conversation.idempotency set at = now() - interval '24 hours' where key = ?")
                .param(old)
                .update();

        assertThat(posts("bruno", conversation, "três", old).status()).isEqualTo(202);
        jdbc.sql("update conversation.idempotency set at = now() - interval '24 hours' where key = ?")
                .param(old)
                .update();
        calendar.triggerJob(JobKey.jobKey("idempotency-retention"));

        eventually(() -> !isRemembered(old));
        assertThat(isRemembered(young)).isTrue();
    }

    private boolean isRemembered(String key) {
        return jdbc.sql("select count(*) from conversation.idempotency where key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Test
    void turnsThePagesOfAThread() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        for (int i = 1; i <= 7; i++) {
            meta.delivers(meta.text(phone, meta.newId(), "mensagem " + i));
        }
        eventually(() -> agent.messages(conversation).size() == 9);

        var paged = new ArrayList<String>();
        var path = ALL + "/" + conversation + "/messages?limit=2";
        var page = agent.get("bruno", path);
        while (true) {
            assertThat(page.body().path("items").size()).isBetween(1, 2);
            page.body().path("items").forEach(item -> paged.add(item.path("id").asText()));
            if (page.body().path("next").isNull()) {
                break;
            }
            page = agent.get(
                    "bruno", path + "&after=" + encoded(page.body().path("next").asText()));
        }

        assertThat(paged)
                .isEqualTo(agent.messages(conversation).stream()
                        .map(item -> item.path("id").asText())
                        .toList());
    }

    @Test
    void turnsThePagesOfTheList() {
        var mine = Stream.generate(() -> givenAConversation(customer.newPhone()))
                .limit(5)
                .toList();

        var paged = new ArrayList<String>();
        var next = "";
        do {
            var page = agent.get("bruno", ALL + "?limit=2&queue=support" + next).body();
            page.path("items").forEach(item -> paged.add(item.path("id").asText()));
            next = page.path("next").isNull()
                    ? null
                    : "&after=" + encoded(page.path("next").asText());
        } while (next != null && !paged.containsAll(mine));

        assertThat(paged).containsAll(mine).doesNotHaveDuplicates();
        assertThat(paged.stream().filter(mine::contains)).isEqualTo(reversed(mine));
    }

    @Test
    void filtersByState() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var task = cases.taskOf(cases.ticketOf(phone)).getId();
        assertThat(listed("bruno", "?limit=200&state=open")).contains(conversation);
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "solved");

        assertThat(listed("bruno", "?limit=200")).doesNotContain(conversation);
        assertThat(listed("bruno", "?limit=200&state=OPEN")).doesNotContain(conversation);
        assertThat(listed("bruno", "?limit=200&state=RESOLVED")).contains(conversation);
        assertThat(agent.get("bruno", ALL + "?state=lost").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void refusesAMessageThatCannotBeSentAndSaysWhy(Map<String, Object> body, String field) {
        var conversation = givenAConversation(customer.newPhone());

        var refused = agent.post("bruno", ALL + "/" + conversation + "/messages", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().toString()).contains(field);
        assertThat(agent.messages(conversation)).hasSize(2);
    }

    static Stream<Arguments> wrongBodies() {
        var none = new HashMap<String, Object>();
        none.put("text", null);
        return Stream.of(
                Arguments.of(Map.of(), "text"),
                Arguments.of(none, "text"),
                Arguments.of(Map.of("text", ""), "text"),
                Arguments.of(Map.of("text", " \n\t\u00a0\u2003"), "text"),
                Arguments.of(Map.of("text", "a".repeat(4097)), "text"),
                Arguments.of(Map.of("text", "😀".repeat(4097)), "text"),
                Arguments.of(Map.of("kind", "template", "text", "x"), "text"),
                Arguments.of(Map.of("kind", "image", "text", "x"), "media"),
                Arguments.of(Map.of("kind", "note", "text", "x"), "kind"),
                Arguments.of(Map.of("kind", "", "text", "x"), "kind"),
                Arguments.of(Map.of("text", "x", "replyTo", "r".repeat(2000)), "replyTo"));
    }

    @Test
    void takesTheLongestTextAndEveryCharacterAsItIs() {
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        var texts = List.of(
                "a".repeat(4096),
                "😀".repeat(4096),
                "{{protocol}} ${7*7} #{x} <script>alert(1)</script> '; drop table x;--",
                "linha 1\nlinha 2\r\n\tfim");

        texts.forEach(text ->
                assertThat(agent.writes("bruno", conversation, text).status()).isEqualTo(202));

        eventually(() -> customer.received(phone).size() == 5);
        assertThat(customer.received(phone).subList(1, 5)).isEqualTo(texts);
    }

    @Test
    void keepsNulOutOfTheDatabaseAndFaultsOutOfTheAnswer() {
        var conversation = givenAConversation(customer.newPhone());

        var posted = agent.post(
                "bruno", ALL + "/" + conversation + "/messages", Map.of("text", "a\0b", "replyTo", "wamid.\0"));

        assertThat(posted.status()).isIn(202, 400);
        assertThat(agent.get("bruno", ALL + "?queue=%00").status()).isIn(200, 400);
        assertThat(agent.get("bruno", ALL + "?owner=%00").status()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "_",
                "2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z_",
                "2026-01-01T00:00:00Z_x",
                "yesterday_1",
                "+1000000000-12-31T23:59:59Z_1",
                "+1000000000-12-31T23:59:59Z_00000000-0000-0000-0000-000000000001",
                "-1000000000-01-01T00:00:00Z_1",
                "-1000000000-01-01T00:00:00Z_00000000-0000-0000-0000-000000000001",
                "2026-01-01T00:00:00Z_99999999999999999999999"
            })
    void refusesACursorThatItHasNotGiven(String cursor) {
        var conversation = givenAConversation(customer.newPhone());

        for (var path : List.of(ALL + "?after=", ALL + "/" + conversation + "/messages?after=")) {
            var answer = agent.get("bruno", path + encoded(cursor));
            if (answer.status() != 200) { // a cursor of the one list may be nonsense in the other only
                assertThat(answer.status()).as(path).isEqualTo(400);
                assertThat(answer.body().toString()).contains("after");
            } else {
                assertThat(cursor).startsWith("2026");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "-5, 200", "1000000, 200", "many, 400", "99999999999, 400"})
    void keepsAPageWithinItsLimits(String limit, int status) {
        var answer = agent.get("marta", ALL + "?limit=" + limit);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("items").size()).isLessThanOrEqualTo(200);
    }

    private Answer posts(String user, String conversation, String text, String key) {
        return agent.post(
                user,
                ALL + "/" + conversation + "/messages",
                Map.of("kind", "text", "text", text),
                Map.of("Idempotency-Key", key));
    }

    private List<String> listed(String user, String query) {
        var items = agent.get(user, ALL + query).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static <T> List<T> reversed(List<T> list) {
        var copy = new ArrayList<>(list);
        java.util.Collections.reverse(copy);
        return copy;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
