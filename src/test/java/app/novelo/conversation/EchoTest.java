package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coexistence: the owner answers on his own phone, beside this program. */
@RunningNovelo
class EchoTest {

    private static final String BROKEN_FRIDGE = "minha geladeira não gela";
    private static final String ANSWER = "Passamos aí amanhã às nove";
    private static final String PHONE = "@phone";

    @Autowired
    Meta meta;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    SendQueue queue;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private String phone = "";
    private String id = "";
    private long now;

    @BeforeEach
    void somebody() {
        phone = customer.newPhone();
        id = meta.newId();
        now = clock.instant().getEpochSecond() - 60;
    }

    @AfterEach
    void metaSpeaksForItself() {
        customer.noFaults();
    }

    @Test
    void isAnOutgoingMessageOfAHumanAndAnswersTheCustomer() {
        var ticket = givenATicket();
        var conversation = cases.conversationOf(phone);

        meta.echoes(answer(30));

        var echo = eventually(() -> only(conversation, id));
        assertThat(echo.path("direction").asText()).isEqualTo("OUT");
        assertThat(echo.path("text").asText()).isEqualTo(ANSWER);
        assertThat(echo.path("status").asText()).isEqualTo("SENT");
        assertThat(echo.path("case").asText()).isEqualTo(ticket);
        assertThat(echo.path("author").path("type").asText()).isEqualTo("AGENT");
        assertThat(echo.path("author").path("id").asText()).isEqualTo(PHONE);
        assertThat(echo.path("author").path("name").asText()).isEqualTo("WhatsApp Business app");
        eventually(() -> speaker(conversation).equals("AGENT " + PHONE));
        assertThat(view(conversation).path("awaitsAnswer").asBoolean()).isFalse();
        eventually(() -> clock(ticket, "firstResponse").equals("MET"));
        assertThat(clock(ticket, "resolution")).isEqualTo("RUNNING");
    }

    @Test
    void isNeverAnsweredAndComesOnce() {
        givenATicket();
        var conversation = cases.conversationOf(phone);
        int before = customer.received(phone).size();
        int handled = cases.handled(conversation);

        meta.echoes(answer(30), answer(30));
        meta.echoes(answer(30));
        meta.delivers(text("ok, obrigado", 40));

        eventually(() -> cases.handled(conversation) == handled + 1);
        assertThat(all(conversation, id)).hasSize(1);
        assertThat(cases.numbersOf(phone)).hasSize(1);
        assertThat(customer.received(phone)).hasSize(before);
    }

    @Test
    void opensAConversationThatWaitsForTheCustomerAndStartsNothing() {
        meta.echoes(answer(0));

        var conversation = eventually(() -> cases.conversationOf(phone));
        eventually(() -> speaker(conversation).equals("AGENT " + PHONE));
        assertThat(view(conversation).path("state").asText()).isEqualTo("WAITING_CUSTOMER");
        assertThat(view(conversation).path("window").path("open").asBoolean()).isFalse();
        assertThat(view(conversation).path("processInstanceId").isNull()).isTrue();
        assertThat(cases.numbersOf(phone)).isEmpty();

        meta.delivers(text(BROKEN_FRIDGE, 10));

        var ticket = cases.ticketOf(phone);
        assertThat(cases.conversationOf(phone)).isEqualTo(conversation);
        assertThat(view(conversation).path("state").asText()).isEqualTo("OPEN");
        assertThat(speaker(conversation)).isEqualTo("AGENT " + PHONE);
        eventually(() -> phoneAnswers(conversation) == 0);
        assertThat(clock(ticket, "firstResponse")).isEqualTo("RUNNING");
    }

    @Test
    void findsTheCustomerByHisUserIdAlone() {
        var user = "BR.9" + phone;
        meta.delivers(text(BROKEN_FRIDGE, 0).put("from_user_id", user));
        cases.ticketOf(phone);
        var echo = answer(30).put("to_user_id", user);
        echo.remove("to");

        meta.echoes(echo);

        eventually(() -> only(cases.conversationOf(phone), id));
    }

    @Test
    void goesToTheCustomerWhoWasDialledWithAPlus() {
        givenATicket();

        meta.echoes(answer(30).put("to", "+" + phone));

        eventually(() -> only(cases.conversationOf(phone), id));
    }

    @Test
    void ofAMessageThatWasSentFromHereIsNothing() {
        givenATicket();
        var conversation = cases.conversationOf(phone);
        assertThat(agent.post("marta", "/api/v1/conversations/" + conversation + "/takeover", null)
                        .status())
                .isEqualTo(200);
        var sent =
                agent.writes("marta", conversation, "Bom dia").body().path("id").asText();
        var providerId = eventually(
                () -> agent.message(conversation, sent).path("providerId").textValue());

        meta.echoes(echo("Bom dia", 30, providerId));
        meta.delivers(text("bom dia", 40));

        eventually(() -> cases.handled(conversation) == 2);
        assertThat(all(conversation, providerId)).hasSize(1);
        assertThat(agent.message(conversation, sent).path("author").path("id").asText())
                .isEqualTo("marta");
        assertThat(speaker(conversation)).isEqualTo("AGENT marta");
    }

    @Test
    void waitsForTheOutcomeOfWhatIsOnItsWayFromHereAtThatMoment() {
        givenATicket();
        var conversation = cases.conversationOf(phone);
        var sending = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into conversation.outgoing (message, at, conversation, line, state, attempts, sending_since, notice, node)
                        select ?, now(), id, line, 'SENDING', 1, now(), false, (select id from platform.node limit 1)
                        from conversation.conversation where id = ?::uuid""")
                .param(sending)
                .param(conversation)
                .update();

        meta.echoes(answer(30));

        eventually(() -> jdbc.sql("select count(*) from channel.element where payload like ?")
                        .param("%" + id + "%")
                        .query(Integer.class)
                        .single()
                == 1);
        assertThat(all(conversation, id)).isEmpty();
        jdbc.sql("delete from conversation.outgoing where message = ?")
                .param(sending)
                .update();
        eventually(() -> only(conversation, id));
        assertThat(setAside(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"location", "contacts", "unsupported", "poll_of_tomorrow"})
    void isShownAsWhatItIs(String type) throws IOException {
        givenATicket();
        var own =
                switch (type) {
                    case "location" -> json.readTree("{\"latitude\":-23.5,\"longitude\":-46.6,\"name\":\"Loja\"}");
                    case "contacts" ->
                        json.readTree(
                                "[{\"name\":{\"formatted_name\":\"Oficina\"},\"phones\":[{\"phone\":\"+55 11 4000-2000\"}]}]");
                    case "unsupported" -> json.readTree("{\"type\":\"poll_creation\"}");
                    default -> json.createObjectNode();
                };

        meta.echoes(meta.echo(phone, id, type, own));

        var shown = eventually(() -> only(cases.conversationOf(phone), id));
        assertThat(shown.path("kind").asText()).isEqualTo(type);
        assertThat(shown.path("direction").asText()).isEqualTo("OUT");
    }

    @Test
    void bringsItsFile() throws IOException {
        givenATicket();
        var file = customer.attaches(phone, "a.png", "image/png", png());

        meta.echoes(meta.echo(
                phone,
                id,
                "image",
                json.createObjectNode()
                        .put("id", file)
                        .put("mime_type", "image/png")
                        .put("caption", "assim")));

        var shown = eventually(() -> {
            var found = only(cases.conversationOf(phone), id);
            return found.path("media").path("state").asText().equals("READY") ? found : null;
        });
        assertThat(shown.path("text").asText()).isEqualTo("assim");
        assertThat(shown.path("media").path("width").asInt()).isEqualTo(40);
    }

    @Test
    void isEditedAndTakenBackAsItsOwnerDoesInWhateverOrder() {
        givenATicket();
        var conversation = cases.conversationOf(phone);
        var taken = meta.newId();
        meta.echoes(edit("Passamos depois de amanhã", 50), revocation(taken, 60));

        meta.echoes(answer(30), echo("engano", 35, taken), edit("Passamos hoje", 40));

        eventually(() -> only(conversation, id).path("text").asText().equals("Passamos depois de amanhã"));
        assertThat(only(conversation, id).path("editedAt").isNull()).isFalse();
        eventually(() -> !only(conversation, taken).path("revokedAt").isNull());
        assertThat(only(conversation, taken).path("text").isNull()).isTrue();
        assertThat(agent.messages(conversation)).noneMatch(message -> List.of("edit", "revoke")
                .contains(message.path("kind").asText()));
        assertThat(view(conversation).path("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void editsNothingOfTheCustomers() {
        meta.delivers(text(BROKEN_FRIDGE, 0));
        cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        var his = agent.messages(conversation).get(0).path("providerId").asText();

        meta.echoes(revocation(his, 30), answer(40));

        eventually(() -> only(conversation, id));
        assertThat(only(conversation, his).path("text").asText()).isEqualTo(BROKEN_FRIDGE);
    }

    @Test
    void hangsItsReactionOnTheCustomersMessage() {
        meta.delivers(text(BROKEN_FRIDGE, 0));
        cases.ticketOf(phone);
        var conversation = cases.conversationOf(phone);
        var his = agent.messages(conversation).get(0).path("providerId").asText();

        meta.echoes(meta.echo(
                phone,
                meta.newId(),
                "reaction",
                json.createObjectNode().put("message_id", his).put("emoji", "👍")));

        var reactions =
                eventually(() -> only(conversation, his).path("reactions").get(0));
        assertThat(reactions.path("by").asText()).isEqualTo("AGENT");
        assertThat(view(conversation).path("awaitsAnswer").asBoolean()).isTrue();
        assertThat(speaker(conversation)).isNotEqualTo("AGENT " + PHONE);
    }

    @Test
    void takesTheStatusesThatComeForItAlsoThoseThatComeFirst() {
        givenATicket();
        var conversation = cases.conversationOf(phone);
        meta.reports(meta.status(id, "delivered"));
        eventually(() -> jdbc.sql("select count(*) from conversation.early_status where provider_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1);

        meta.echoes(answer(30));

        eventually(() -> only(conversation, id).path("status").asText().equals("DELIVERED"));
        meta.reports(meta.status(id, "read"));
        eventually(() -> only(conversation, id).path("status").asText().equals("READ"));
    }

    @Test
    void keepsProcessesSilentUntilSomebodyGivesTheWordBack() {
        givenATicket();
        var conversation = cases.conversationOf(phone);
        meta.echoes(answer(30));
        eventually(() -> speaker(conversation).equals("AGENT " + PHONE));

        var refused = processSays(conversation, "Estamos procurando");

        eventually(() -> statusOf(conversation, refused).equals("FAILED"));
        assertThat(agent.message(conversation, refused)
                        .path("errors")
                        .get(0)
                        .path("title")
                        .asText())
                .isEqualTo("Somebody else has the word");
        assertThat(agent.post("marta", "/api/v1/conversations/" + conversation + "/release", null)
                        .status())
                .isEqualTo(200);
        var let = processSays(conversation, "Já encontramos");
        eventually(() -> List.of("ACCEPTED", "SENT", "DELIVERED", "READ").contains(statusOf(conversation, let)));
    }

    @Test
    void leavesTheWordToWhoeverWritesHereNext() {
        givenATicket();
        var conversation = cases.conversationOf(phone);
        meta.echoes(answer(30));
        eventually(() -> speaker(conversation).equals("AGENT " + PHONE));
        assertThat(view(conversation).path("speakerName").asText()).isEqualTo("WhatsApp Business app");

        assertThat(agent.writes("marta", conversation, "Sou a Marta").status()).isEqualTo(202);

        assertThat(speaker(conversation)).isEqualTo("AGENT marta");
        var second = meta.newId();
        meta.echoes(echo("E eu sou o dono", 50, second));
        eventually(() -> only(conversation, second));
        assertThat(speaker(conversation)).isEqualTo("AGENT marta");
    }

    @Test
    void answersAlsoWhatIsStoredAfterIt() {
        meta.echoes(answer(30));
        eventually(() -> cases.conversationOf(phone));

        meta.delivers(text(BROKEN_FRIDGE, 10));

        var ticket = cases.ticketOf(phone);
        eventually(() -> clock(ticket, "firstResponse").equals("MET"));
        assertThat(view(cases.conversationOf(phone)).path("awaitsAnswer").asBoolean())
                .isFalse();
    }

    @Test
    void answersNothingThatWasSaidSince() {
        var ticket = givenATicket();
        var conversation = cases.conversationOf(phone);
        meta.delivers(text("E a porta também quebrou", 40));
        eventually(() -> cases.handled(conversation) == 2);

        meta.echoes(answer(20));

        eventually(() -> only(conversation, id));
        eventually(() -> phoneAnswers(conversation) == 0);
        assertThat(view(conversation).path("awaitsAnswer").asBoolean()).isTrue();
        assertThat(clock(ticket, "firstResponse")).isEqualTo("RUNNING");
    }

    @Test
    void withoutReceiverOrInAGroupIsSetAside() {
        var echo = answer(0);
        echo.remove("to");
        var inGroup = meta.newId();

        meta.echoes(echo, echo("para todos", 0, inGroup).put("group_id", "g-2"));

        eventually(() -> setAside(id) == 1 && setAside(inGroup) == 1);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private String givenATicket() {
        customer.says(phone, BROKEN_FRIDGE); // the sandbox knows nothing of windows that others open
        var ticket = cases.ticketOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
        now = clock.instant().getEpochSecond();
        return ticket;
    }

    private ObjectNode text(String body, int after) {
        return meta.text(phone, meta.newId(), body).put("timestamp", Long.toString(now + after));
    }

    private ObjectNode answer(int after) {
        return echo(ANSWER, after, id);
    }

    private ObjectNode echo(String body, int after, String own) {
        return meta.echo(phone, own, "text", json.createObjectNode().put("body", body))
                .put("timestamp", Long.toString(now + after));
    }

    private ObjectNode edit(String body, int after) {
        var edit = json.createObjectNode().put("original_message_id", id);
        edit.putObject("message").put("type", "text").putObject("text").put("body", body);
        return meta.echo(phone, meta.newId(), "edit", edit).put("timestamp", Long.toString(now + after));
    }

    private ObjectNode revocation(String target, int after) {
        return meta.echo(phone, meta.newId(), "revoke", json.createObjectNode().put("original_message_id", target))
                .put("timestamp", Long.toString(now + after));
    }

    private String processSays(String conversation, String text) {
        var id = UUID.fromString(conversation);
        var author = new Author(Author.Type.PROCESS, "ticket", "Casa Clima");
        return turns.inTurn(
                        Turn.ofConversation(conversation),
                        () -> queue.add(Outgoing.text(id, null, author, text, null, false, null)))
                .toString();
    }

    private List<JsonNode> all(String conversation, String providerId) {
        return agent.messages(conversation).stream()
                .filter(message -> message.path("providerId").asText().equals(providerId))
                .toList();
    }

    private JsonNode only(String conversation, String providerId) {
        return all(conversation, providerId).get(0);
    }

    private String statusOf(String conversation, String message) {
        return agent.message(conversation, message).path("status").asText();
    }

    private JsonNode view(String conversation) {
        return agent.get("marta", "/api/v1/conversations/" + conversation).body();
    }

    private String speaker(String conversation) {
        var view = view(conversation);
        return view.path("speaker").asText() + " " + view.path("speakerId").asText();
    }

    private String clock(String ticket, String metric) {
        var clocks = agent.get("marta", "/api/v1/tickets/" + ticket).body().path("clocks");
        return StreamSupport.stream(clocks.spliterator(), false)
                .filter(one -> one.path("metric").asText().equals(metric))
                .map(one -> one.path("state").asText())
                .findFirst()
                .orElse("");
    }

    private int phoneAnswers(String conversation) {
        return jdbc.sql("select count(*) from conversation.phone_answer where conversation = ?::uuid")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    private int setAside(String mark) {
        return jdbc.sql("select count(*) from channel.set_aside where payload like ? and settled_at is null")
                .param("%" + mark + "%")
                .query(Integer.class)
                .single();
    }
}
