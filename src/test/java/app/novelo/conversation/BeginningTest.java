package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations that the company begins. */
@RunningNovelo
class BeginningTest {

    private static final String ALL = "/api/v1/conversations";
    private static final String HELLO =
            "[{'type':'BODY','text':'Olá {{1}}, seu pedido está pronto?','example':{'body_text':[['Ana']]}}]";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Clock clock;

    private String template(String category) {
        var name = meta.newName();
        meta.approved(name, "pt_BR", category, HELLO);
        return name;
    }

    private String line() {
        return jdbc.sql("select id::text from channel.line where provider_id = ?")
                .param(Meta.LINE)
                .query(String.class)
                .single();
    }

    /** @param purposes that he has agreed to, an hour ago: WhatsApp's times are whole seconds, and what he says later is later */
    private String givenACustomer(String user, String phone, String... purposes) {
        var consents = Stream.of(purposes)
                .map(purpose -> Map.of("purpose", purpose, "state", "GRANTED", "proof", "paper", "at", anHourAgo()))
                .toList();
        var answer = agent.post(
                user,
                "/api/v1/customers",
                Map.of("name", "Ana Souza", "phone", "+" + phone, "language", "pt", "consents", consents));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private String anHourAgo() {
        return clock.instant().minus(Duration.ofHours(1)).toString();
    }

    private Map<String, Object> request(String customer, String template) {
        return new HashMap<>(Map.of(
                "customer",
                customer,
                "line",
                line(),
                "template",
                Map.of("name", template, "language", "pt_BR", "values", Map.of("1", "Ana"))));
    }

    private Agent.Answer begins(String user, String customer, String template) {
        return agent.post(user, ALL, request(customer, template));
    }

    private List<JsonNode> messages(Agent.Answer begun) {
        return agent.messages(begun.body().path("id").asText());
    }

    private JsonNode conversation(String id) {
        return agent.get("marta", ALL + "/" + id).body();
    }

    @Test
    void areTheStartersOwnInTheLinesQueueAndBeginWithATemplate() {
        var phone = customer.newPhone();
        var id = givenACustomer("bruno", phone, "SERVICE");
        var request = request(id, template("UTILITY"));
        request.put("note", "Pedido 4711");

        var begun = agent.post("bruno", ALL, request);

        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.body().path("state").asText()).isEqualTo("OPEN");
        assertThat(begun.body().path("owner").asText()).isEqualTo("bruno");
        assertThat(begun.body().path("queue").asText()).isEqualTo("triage");
        assertThat(begun.body().path("speaker").asText()).isEqualTo("NONE");
        assertThat(begun.body().at("/begun/by").asText()).isEqualTo("bruno");
        assertThat(begun.body().at("/begun/note").asText()).isEqualTo("Pedido 4711");
        assertThat(begun.body().at("/window/open").asBoolean()).isFalse();
        assertThat(begun.body().at("/mayWrite/freeText").asBoolean()).isFalse();
        assertThat(begun.body().path("awaitsAnswer").asBoolean()).isFalse();
        eventually(() -> messages(begun).get(0).path("status").asText().equals("DELIVERED"));
        assertThat(customer.received(phone)).hasSize(1);
        assertThat(messages(begun).get(0).at("/author/id").asText()).isEqualTo("bruno");
    }

    @Test
    void areTakenUpByIntakeWhenTheCustomerAnswers() {
        var phone = customer.newPhone();
        var begun = begins("bruno", givenACustomer("bruno", phone, "SERVICE"), template("UTILITY"));
        eventually(() -> customer.received(phone).size() == 1);

        customer.says(phone, "minha geladeira não gela");

        assertThat(cases.fact(cases.ticketOf(phone), "queue")).isEqualTo("support");
        assertThat(cases.conversationOf(phone))
                .isEqualTo(begun.body().path("id").asText());
        var now = conversation(begun.body().path("id").asText());
        assertThat(now.path("owner").asText()).isEqualTo("bruno");
        assertThat(now.at("/window/open").asBoolean()).isTrue();
        eventually(() -> customer.received(phone).size() == 2);
        assertThat(agent.writes("bruno", begun.body().path("id").asText(), "Vamos ver isso.")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void areNotBegunWithWhoHasNotAgreed() {
        var phone = customer.newPhone();
        var id = givenACustomer("bruno", phone);

        var stranger = begins("bruno", id, template("UTILITY"));
        assertThat(stranger.status()).isEqualTo(409);
        assertThat(stranger.problem()).isEqualTo("no-consent");
        assertThat(stranger.body().path("why").asText()).isEqualTo("neverWrote");
        assertThat(begins("bruno", id, template("MARKETING")).body().path("why").asText())
                .isEqualTo("noConsent");
        var unknown = request("", template("UTILITY"));
        unknown.remove("customer");
        unknown.put("phone", "+" + customer.newPhone());
        assertThat(agent.post("bruno", ALL, unknown).body().path("why").asText())
                .isEqualTo("neverWrote");
        assertThat(jdbc.sql("select count(*) from conversation.conversation where customer = ?::uuid")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("nothing is left of it")
                .isZero();
        assertThat(customer.received(phone)).isEmpty();
    }

    @Test
    void advertiseToWhoHasAgreedToAdvertising() {
        var phone = customer.newPhone();
        var begun = begins("marta", givenACustomer("marta", phone, "MARKETING"), template("MARKETING"));

        assertThat(begun.status()).isEqualTo(201);
        eventually(() -> customer.received(phone).size() == 1);

        customer.says(phone, "parar");

        eventually(() -> customer.received(phone).size() == 2);
        assertThat(customer.received(phone).get(1)).startsWith("Pronto: você não receberá mais promoções");
        eventually(() -> conversation(begun.body().path("id").asText())
                .path("state")
                .asText()
                .equals("RESOLVED"));
        assertThat(cases.numbersOf(phone)).isEmpty();
    }

    @Test
    void areFoundByANumberInAnyWriting() {
        var phone = customer.newPhone();
        givenACustomer("bruno", phone, "SERVICE");
        var request = request("", template("UTILITY"));
        request.remove("customer");
        request.put("phone", phone.substring(2, 4) + " " + phone.substring(4));

        assertThat(agent.post("bruno", ALL, request).status()).isEqualTo(201);
        eventually(() -> customer.received(phone).size() == 1);
    }

    @Test
    void goOnInTheConversationThatIsOpen() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        cases.untilNothingIsOnItsWayTo(phone);
        var open = cases.conversationOf(phone);

        var begun = begins("bruno", conversation(open).at("/customer/id").asText(), template("UTILITY"));

        assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
        assertThat(begun.body().path("id").asText()).isEqualTo(open);
        assertThat(begun.body().path("speakerId").asText())
                .as("as with any message")
                .isEqualTo("bruno");
        assertThat(begun.body().path("begun").isNull()).isTrue();
        eventually(() -> customer.received(phone).size() == 2);
        assertThat(begins("carla", conversation(open).at("/customer/id").asText(), template("UTILITY"))
                        .problem())
                .isEqualTo("not-your-turn");
    }

    @Test
    void areNotBegunWhereColleaguesTalkInAQueueThatIsNotTheirs() {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        var open = cases.conversationOf(phone);
        eventually(() -> conversation(open).path("queue").asText().equals("support"));
        var id = conversation(open).at("/customer/id").asText();
        assertThat(agent.patch("marta", "/api/v1/customers/" + id, Map.of("owner", "bia"))
                        .status())
                .isEqualTo(200);

        assertThat(begins("bia", id, template("UTILITY")).problem()).isEqualTo("conversation-elsewhere");
    }

    @Test
    void areNotBegunWithWhomTheCallerMayNotSee() {
        var id = givenACustomer("bruno", customer.newPhone(), "SERVICE");
        var template = template("UTILITY");

        assertThat(begins("ana", id, template).status()).isEqualTo(404);
        assertThat(begins("davi", id, template).status()).isEqualTo(404);
        assertThat(begins("bruno", UUID.randomUUID().toString(), template).status())
                .isEqualTo(404);
    }

    @Test
    void areBegunOnceUnderOneKey() {
        var phone = customer.newPhone();
        var request = request(givenACustomer("bruno", phone, "SERVICE"), template("UTILITY"));
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var first = agent.post("bruno", ALL, request, key);
        var answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(n -> agent.post("bruno", ALL, request, key))
                .toList();

        assertThat(first.status()).isEqualTo(201);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("id")).isEqualTo(first.body().path("id"));
        });
        eventually(() -> customer.received(phone).size() == 1);
        assertThat(messages(first)).hasSize(1);
        request.put("note", "anders");
        assertThat(agent.post("bruno", ALL, request, key).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void areOneHoweverManyBeginAtOnce() {
        var phone = customer.newPhone();
        var request = request(givenACustomer("marta", phone, "SERVICE"), template("UTILITY"));

        var answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(n -> agent.post("marta", ALL, request))
                .toList();

        assertThat(answers.stream().map(Agent.Answer::status).sorted().toList()).containsExactly(200, 200, 200, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.body().path("id").asText())
                        .distinct())
                .hasSize(1);
        assertThat(messages(answers.get(0))).hasSize(4);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("template", "template", null),
                Arguments.of("name", "template", Map.of("language", "pt_BR")),
                Arguments.of("language", "template", Map.of("name", "x")),
                Arguments.of("text", "template", Map.of("name", "x", "language", "pt_BR", "text", "Olá")),
                Arguments.of("customer", "phone", "+5511912345678"),
                Arguments.of("customer", "customer", null),
                Arguments.of("line", "line", "00000000-0000-0000-0000-000000000000"),
                Arguments.of("line", "line", null),
                Arguments.of("note", "note", "x".repeat(1001)));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void areRefusedWithTheNameOfTheField(String field, String key, Object value) {
        var request = request(givenACustomer("marta", customer.newPhone(), "SERVICE"), "x");
        request.put(key, value);

        var answer = agent.post("marta", ALL, request);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body().path("field").asText()).isEqualTo(field);
    }

    @Test
    void needATemplateThatThereIsWithItsValues() {
        var id = givenACustomer("marta", customer.newPhone(), "SERVICE");

        assertThat(begins("marta", id, "no_such_template").problem()).isEqualTo("template-unavailable");
        var request = request(id, template("UTILITY"));
        request.put("template", Map.of("name", template("UTILITY"), "language", "pt_BR"));
        assertThat(agent.post("marta", ALL, request).body().path("field").asText())
                .isEqualTo("values.1");
    }

    @Test
    void areOverWhenNobodyHasAnswered() throws Exception {
        var silent = begun(customer.newPhone());
        var fresh = begun(customer.newPhone());
        var phone = customer.newPhone();
        var answered = begun(phone);
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        eventually(() -> cases.taskOf(cases.ticketOf(phone)));
        cases.untilNothingIsOnItsWayTo(phone);
        jdbc.sql(
                        "update conversation.conversation set last_message_at = last_message_at - interval '73 hours' where id::text in (:ids)")
                .param("ids", List.of(silent, answered))
                .update();

        scheduler.triggerJob(JobKey.jobKey("silent-conversations"));

        eventually(() -> conversation(silent).path("state").asText().equals("RESOLVED"));
        assertThat(conversation(fresh).path("state").asText()).isEqualTo("OPEN");
        assertThat(conversation(answered).path("state").asText()).isEqualTo("OPEN");
    }

    private String begun(String phone) {
        var answer = begins("marta", givenACustomer("marta", phone, "SERVICE"), template("UTILITY"));
        assertThat(answer.status()).isEqualTo(201);
        eventually(() -> customer.received(phone).size() == 1);
        cases.untilNothingIsOnItsWayTo(phone);
        return answer.body().path("id").asText();
    }
}
