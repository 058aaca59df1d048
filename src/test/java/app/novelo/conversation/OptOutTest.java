package app.novelo.conversation;

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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers who want to be written to no more. */
@RunningNovelo
class OptOutTest {

    private static final String CONFIRMED = "Pronto: você não receberá mais promoções da Casa Clima.";

    @Autowired
    Customer customer;

    @Autowired
    Meta meta;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private String givenATicket(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        cases.untilNothingIsOnItsWayTo(phone);
        return ticket;
    }

    private JsonNode conversation(String phone) {
        return agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body();
    }

    private List<String> consents(String phone) {
        return StreamSupport.stream(conversation(phone).path("consents").spliterator(), false)
                .map(consent -> consent.path("purpose").asText() + " "
                        + consent.path("state").asText() + " "
                        + consent.path("source").asText())
                .toList();
    }

    private void isOver(String phone) {
        eventually(() -> conversation(phone).path("state").asText().equals("RESOLVED"));
    }

    /** The newest thing that we said to him was this template; how templates are sent is told elsewhere. */
    private void givenATemplate(String phone, String category) {
        jdbc.sql(
                        """
                        insert into conversation.message (id, at, conversation, direction, kind, text, content, author_type,
                          author_id, author_name, status, status_rank, unhandled)
                        values (gen_random_uuid(), ?::timestamptz, ?::uuid, 'OUT', 'template', 'Ofertas da semana', ?::jsonb,
                          'PROCESS', 'campaign', 'Casa Clima', 'DELIVERED', 6, false)""")
                .param(clock.instant().toString())
                .param(cases.conversationOf(phone))
                .param("{\"type\":\"template\",\"name\":\"offer\",\"language\":\"pt_BR\",\"category\":\"" + category
                        + "\",\"values\":{},\"buttons\":[]}")
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAIR                              | Pronto: você não receberá mais promoções da Casa Clima.",
                "pare de mandar mensagem           | Pronto: você não receberá mais promoções da Casa Clima.",
                "please stop sending me promotions | Done: you will get no more promotions from Casa Clima.",
                "no quiero recibir más mensajes    | Listo: no recibirá más promociones de Casa Clima."
            })
    void areHeededAndToldSoInTheirLanguageAndBotherNobody(String text, String confirmed) {
        var phone = customer.newPhone();

        customer.says(phone, text);

        isOver(phone);
        assertThat(consents(phone)).containsExactly("MARKETING WITHDRAWN KEYWORD");
        eventually(() -> customer.received(phone).size() == 1);
        assertThat(customer.received(phone).get(0)).startsWith(confirmed);
        assertThat(cases.numbersOf(phone)).isEmpty();
        assertThat(cases.walked(cases.conversationOf(phone), "intake")).contains("endEvent_noAnswerNeeded");
        assertThat(conversation(phone).path("awaitsAnswer").asBoolean()).isFalse();
        assertThat(conversation(phone).at("/mayWrite/service").asBoolean()).isTrue();
    }

    @Test
    void showWhereTheySaidIt() {
        var phone = customer.newPhone();
        var said = customer.says(phone, "stop");
        isOver(phone);

        var ledger = agent.get(
                        "marta",
                        "/api/v1/customers/"
                                + conversation(phone).at("/customer/id").asText() + "/consents")
                .body()
                .path("items");

        assertThat(ledger).hasSize(1);
        assertThat(ledger.at("/0/proof").asText()).isEqualTo(said);
        assertThat(ledger.at("/0/line").asText())
                .isEqualTo(conversation(phone).at("/line/id").asText());
    }

    @Test
    void areToldOnceHoweverOftenTheySayIt() {
        var phone = customer.newPhone();
        customer.says(phone, "sair");
        isOver(phone);
        eventually(() -> customer.received(phone).size() == 1);

        customer.says(phone, "SAIR!!!");
        customer.says(phone, "parem de me mandar mensagem");

        eventually(() -> jdbc.sql(
                                "select count(*) from conversation.message m join conversation.conversation c on c.id = m.conversation join customer.identity i on i.customer = c.customer where i.value = ? and m.direction = 'IN' and not m.unhandled")
                        .param(phone)
                        .query(Integer.class)
                        .single()
                == 3);
        isOver(phone);
        assertThat(customer.received(phone)).hasSize(1);
        assertThat(cases.numbersOf(phone)).isEmpty();
    }

    @Test
    void areAlsoServedWhereTheyWantSomethingBesides() {
        var phone = customer.newPhone();

        customer.says(
                phone, "minha geladeira não gela, preciso de assistência técnica. e parem de me mandar promoções");

        cases.ticketOf(phone);
        assertThat(consents(phone)).containsExactly("MARKETING WITHDRAWN KEYWORD");
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.startsWith(CONFIRMED)));
        assertThat(conversation(phone).path("awaitsAnswer").asBoolean()).isTrue();
    }

    @Test
    void getNothingAtAllIfTheySaySo() {
        var phone = customer.newPhone();

        customer.says(phone, "não quero receber mais nada de vocês");

        isOver(phone);
        assertThat(consents(phone))
                .containsExactlyInAnyOrder("MARKETING WITHDRAWN KEYWORD", "SERVICE WITHDRAWN KEYWORD");
        eventually(() -> customer.received(phone).size() == 1);
        assertThat(customer.received(phone).get(0)).contains("não vai mais escrever para você");
    }

    @Test
    void disturbNoCaseAndNoColleagueWhoHasTheWord() {
        var phone = customer.newPhone();
        var ticket = givenATicket(phone);
        var id = cases.conversationOf(phone);
        agent.writes("bruno", id, "Já estou vendo isso.");
        eventually(() -> customer.received(phone).contains("Já estou vendo isso."));

        customer.says(phone, "parem de mandar propaganda");

        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.startsWith(CONFIRMED)));
        eventually(() -> cases.handled(id) == 2);
        assertThat(agent.get("bruno", "/api/v1/conversations/" + id)
                        .body()
                        .path("speaker")
                        .asText())
                .isEqualTo("AGENT");
        assertThat(conversation(phone).path("awaitsAnswer").asBoolean()).isFalse();
        assertThat(jdbc.sql("select count(*) from servicelevel.clock where case_number = ? and metric = 'nextResponse'")
                        .param(ticket)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(cases.fact(ticket, "state")).isEqualTo("OPEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parar", "Cancelar", "não quero mais", "me deixem em paz"})
    void areMeantAfterAdvertisingWhoElseMightMeanAnything(String text) {
        var phone = customer.newPhone();
        givenATicket(phone);
        givenATemplate(phone, "MARKETING");

        customer.says(phone, text);

        eventually(() -> consents(phone).equals(List.of("MARKETING WITHDRAWN KEYWORD")));
        eventually(() -> customer.received(phone).stream().anyMatch(said -> said.startsWith(CONFIRMED)));
    }

    @Test
    void areNotMeantWhereNoAdvertisingCameBefore() {
        var phone = customer.newPhone();
        var other = customer.newPhone();
        givenATicket(phone);
        givenATicket(other);
        givenATemplate(other, "UTILITY");
        var id = cases.conversationOf(phone);

        customer.says(phone, "cancelar");
        customer.says(other, "cancelar");

        eventually(() -> cases.handled(id) == 2);
        eventually(() -> cases.handled(cases.conversationOf(other)) == 2);
        assertThat(consents(phone)).isEmpty();
        assertThat(consents(other)).isEmpty();
        assertThat(conversation(phone).path("awaitsAnswer").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parar promoções", "Stop promotions"})
    void pressTheButtonOfATemplate(String title) {
        var phone = customer.newPhone();
        givenATicket(phone);
        givenATemplate(phone, "MARKETING");
        var pressed = meta.message(phone, meta.newId(), "button");
        pressed.putObject("button").put("payload", title).put("text", title);

        meta.delivers(pressed);

        eventually(() -> consents(phone).equals(List.of("MARKETING WITHDRAWN KEYWORD")));
    }

    @Test
    void areNotMeantByAButtonOfAQuestionOfOurs() {
        var phone = customer.newPhone();
        givenATicket(phone);

        customer.presses(phone, "leave", "Sair");

        eventually(() -> cases.handled(cases.conversationOf(phone)) == 2);
        assertThat(consents(phone)).isEmpty();
    }

    @Test
    void areNotHeededIfTheyHaveAgreedSinceTheyWroteIt() {
        var phone = customer.newPhone();
        givenATicket(phone);
        var path = "/api/v1/customers/" + conversation(phone).at("/customer/id").asText() + "/consents";
        agent.post("marta", path, Map.of("purpose", "MARKETING", "state", "GRANTED", "proof", "paper"));

        meta.delivers(at(Duration.ofHours(1), meta.text(phone, meta.newId(), "sair")));

        eventually(() -> cases.handled(cases.conversationOf(phone)) == 2);
        assertThat(consents(phone)).containsExactly("MARKETING GRANTED AGENT");
        assertThat(customer.received(phone)).noneMatch(text -> text.startsWith("Pronto"));
        assertThat(agent.get("marta", path).body().path("items")).hasSize(2);
    }

    @Test
    void areReadByAPersonIfTheirWordComesTooLateForAnAnswer() {
        var phone = customer.newPhone();

        meta.delivers(at(Duration.ofHours(30), meta.text(phone, meta.newId(), "sair")));

        cases.ticketOf(phone);
        assertThat(consents(phone)).containsExactly("MARKETING WITHDRAWN KEYWORD");
    }

    private ObjectNode at(Duration ago, ObjectNode message) {
        return message.put("timestamp", Long.toString(clock.instant().minus(ago).getEpochSecond()));
    }

    @Test
    void areNotMeantByWhatWasTakenBackBeforeItCame() {
        var phone = customer.newPhone();
        givenATicket(phone);
        var id = meta.newId();
        var revoke = meta.message(phone, meta.newId(), "revoke");
        revoke.putObject("revoke").put("original_message_id", id);
        meta.delivers(revoke);
        meta.delivers(meta.text(phone, id, "sair"));
        meta.delivers(meta.text(phone, meta.newId(), "alguém aí?"));

        eventually(() -> cases.handled(cases.conversationOf(phone)) >= 2);
        assertThat(consents(phone)).isEmpty();
    }

    @Test
    void setItInTheirApp() {
        var phone = customer.newPhone();
        givenATicket(phone);

        prefers(phone, "stop", "1790000000");
        eventually(() -> consents(phone).equals(List.of("MARKETING WITHDRAWN PREFERENCES")));

        prefers(phone, "resume", "1790000001");
        eventually(() -> consents(phone).equals(List.of("MARKETING GRANTED PREFERENCES")));

        prefers(phone, "stop", "1790000000");
        prefers(phone, "word of tomorrow", "1790000002");
        prefers(phone, "stop", "1790000003");
        eventually(() -> consents(phone).equals(List.of("MARKETING WITHDRAWN PREFERENCES")));
        prefers(phone, "signup", "1790000004");
        eventually(() -> consents(phone).equals(List.of("MARKETING GRANTED PREFERENCES")));
        assertThat(customer.received(phone)).noneMatch(text -> text.startsWith("Pronto"));
    }

    @Test
    void setItInTheirAppBeforeTheyEverWrote() {
        var phone = customer.newPhone();

        prefers(phone, "stop", "1790000000");
        prefers("", "stop", "1790000000");

        var found = eventually(() -> {
            var items = agent.get("marta", "/api/v1/customers?phone=" + phone)
                    .body()
                    .path("items");
            return items.size() == 1 ? items.get(0) : null;
        });
        eventually(
                () -> agent.get("marta", "/api/v1/customers/" + found.path("id").asText())
                        .body()
                        .at("/consents/0/state")
                        .asText()
                        .equals("WITHDRAWN"));
    }

    private void prefers(String phone, String value, String timestamp) {
        var notice = json.createObjectNode().put("messaging_product", "whatsapp");
        notice.putObject("metadata").put("phone_number_id", Meta.LINE);
        var preference = notice.putArray("user_preferences").addObject();
        preference
                .put("detail", "User requested it")
                .put("category", "marketing_messages")
                .put("value", value)
                .put("timestamp", Long.parseLong(timestamp));
        if (!phone.isEmpty()) {
            preference.put("wa_id", phone);
        }
        if (value.equals("signup")) {
            preference.put("signup_id", "signup-1");
        }
        customer.hearsOf("user_preferences", notice);
    }
}
