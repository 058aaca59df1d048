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
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Coexistence: what the app on the company's phone remembers is kept and shown, and nothing follows from it. */
@RunningNovelo
class HistoryTest {

    private static final String BROKEN_FRIDGE = "minha geladeira não gela";
    private static final String OWN = "551140001000";
    private static final long DAY = Duration.ofDays(1).toSeconds();

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
    ObjectMapper json;

    @Autowired
    Clock clock;

    private String phone = "";
    private long now;

    @BeforeEach
    void somebody() {
        phone = customer.newPhone();
        now = clock.instant().getEpochSecond();
    }

    @Test
    void isKeptInAConversationOfItsOwnAndSetsNothingInMotion() {
        tells(
                0,
                of(
                        said("Boa tarde, tem geladeira?", 100 * DAY),
                        ours("Temos sim", 100 * DAY - 60, "READ"),
                        said("Ela não gela mais", 2 * DAY)));

        var conversation = imported();
        assertThat(texts(conversation)).containsExactly("Boa tarde, tem geladeira?", "Temos sim", "Ela não gela mais");
        var view = agent.get("marta", "/api/v1/conversations/" + conversation).body();
        assertThat(view.path("state").asText()).isEqualTo("RESOLVED");
        assertThat(view.path("awaitsAnswer").asBoolean()).isFalse();
        assertThat(view.path("window").path("open").asBoolean()).isFalse();
        assertThat(view.path("window").path("closesAt").isNull()).isTrue();
        assertThat(view.path("processInstanceId").isNull()).isTrue();
        assertThat(view.path("speaker").asText()).isEqualTo("NONE");
        var messages = agent.messages(conversation);
        assertThat(messages).allMatch(message -> message.path("imported").asBoolean());
        assertThat(messages.get(1).path("direction").asText()).isEqualTo("OUT");
        assertThat(messages.get(1).path("status").asText()).isEqualTo("READ");
        assertThat(messages.get(1).path("author").path("id").asText()).isEqualTo("@phone");
        assertThat(cases.numbersOf(phone)).isEmpty();
        assertThat(count("select count(*) from conversation.undriven where conversation = ?::uuid", conversation))
                .isZero();
        assertThat(count("select count(*) from conversation.receipt where conversation = ?::uuid", conversation))
                .isZero();
        assertThat(count("select count(*) from platform.event where data ->> 'conversation' = ?", conversation))
                .isZero();
    }

    @Test
    void comesOnceInWhateverOrderItsPiecesCome() {
        var all = IntStream.range(0, 60)
                .mapToObj(n ->
                        n % 3 == 0 ? ours("nossa " + n, 170 * DAY - n, "DELIVERED") : said("dele " + n, 170 * DAY - n))
                .toList();
        var deliveries = new ArrayList<JsonNode>();
        for (int from = 0; from < 60; from += 20) {
            var piece = new ArrayList<>(all.subList(from, from + 20));
            Collections.reverse(piece); // as Meta does
            deliveries.add(meta.delivery(meta.history(2, from / 20, from, Map.of(phone, piece))));
        }
        deliveries.addAll(deliveries);
        Collections.shuffle(deliveries, new Random(3));

        deliveries.parallelStream().forEach(meta::taken);

        eventually(() -> texts(imported()).size() == 60);
        nothingWaits();
        assertThat(texts(imported()))
                .containsExactlyElementsOf(all.stream()
                        .map(message -> message.path("text").path("body").asText())
                        .toList());
        assertThat(count("select count(*) from conversation.conversation where id = ?::uuid", imported()))
                .isEqualTo(1);
    }

    @Test
    void standsAboveWhatIsSaidNowAndInTheTimeline() {
        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        var live = cases.conversationOf(phone);
        tells(1, of(said("antes", 30 * DAY), ours("resposta de antes", 30 * DAY - 5, "READ")));
        imported();

        var plain = items("/api/v1/conversations/" + live + "/messages");
        assertThat(plain).noneMatch(message -> message.path("imported").asBoolean());
        var withPast = items("/api/v1/conversations/" + live + "/messages?imported=true&order=oldest");
        assertThat(withPast.subList(0, 2))
                .extracting(message -> message.path("text").asText())
                .containsExactly("antes", "resposta de antes");
        assertThat(withPast.subList(2, withPast.size()))
                .extracting(message -> message.path("id").asText())
                .containsExactlyElementsOf(plain.stream()
                        .map(message -> message.path("id").asText())
                        .toList());
        var newest = agent.get(
                        "marta", "/api/v1/conversations/" + live + "/messages?imported=true&order=newest&limit=1")
                .body();
        assertThat(newest.path("items").get(0).path("imported").asBoolean()).isFalse();
        var id = agent.get("marta", "/api/v1/conversations/" + live)
                .body()
                .path("customer")
                .path("id")
                .asText();
        assertThat(items("/api/v1/customers/" + id + "/timeline")
                        .get(0)
                        .path("content")
                        .path("text")
                        .asText())
                .isEqualTo("antes");
    }

    @Test
    void isNotWhatANewConversationGoesOnWith() {
        tells(1, of(said("antes", 30 * DAY)));
        var past = imported();

        customer.says(phone, BROKEN_FRIDGE);

        cases.ticketOf(phone);
        assertThat(cases.conversationOf(phone)).isNotEqualTo(past);
        assertThat(texts(past)).containsExactly("antes");
        assertThat(agent.get("marta", "/api/v1/conversations?state=RESOLVED&limit=200")
                        .body()
                        .toString())
                .doesNotContain(past);
    }

    @Test
    void isReadAndNotWrittenTo() {
        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        tells(1, of(said("antes", 30 * DAY)));
        var past = imported();

        assertThat(agent.writes("marta", past, "oi").problem()).isEqualTo("only-read");
        assertThat(agent.post("marta", "/api/v1/conversations/" + past + "/takeover", null)
                        .problem())
                .isEqualTo("only-read");
    }

    @Test
    void isSeenByWhoeverSeesTheCustomer() {
        tells(1, of(said("antes", 30 * DAY)));
        var past = imported();
        var path = "/api/v1/conversations/" + past + "/messages";
        assertThat(agent.get("bruno", path).status()).isEqualTo(404);
        assertThat(agent.get("ana", path).status()).isEqualTo(404);

        customer.says(phone, BROKEN_FRIDGE);

        cases.ticketOf(phone);
        eventually(() -> agent.get("bruno", path).status() == 200);
        assertThat(agent.get("ana", path).status()).isEqualTo(404);
    }

    @Test
    void ofSomebodyUnknownMakesHimACustomerUnderTheNameThatTheCompanyHasSaved() {
        meta.taken(
                meta.delivery(meta.change("smb_app_state_sync", "state_sync", List.of(saved("Dona Pérola", "add")))));
        nothingWaits();

        tells(1, of(said("antes", 30 * DAY)));

        imported();
        assertThat(customerName()).isEqualTo("Dona Pérola");
    }

    @Test
    void namesWhomTheCompanyHasSavedLaterUnlessHeHasANameOfHisOwn() {
        tells(1, of(said("antes", 30 * DAY)));
        imported();
        assertThat(customerName()).startsWith("+55");

        meta.taken(
                meta.delivery(meta.change("smb_app_state_sync", "state_sync", List.of(saved("Dona Pérola", "add")))));

        eventually(() -> customerName().equals("Dona Pérola"));
        meta.taken(meta.delivery(
                meta.change("smb_app_state_sync", "state_sync", List.of(saved("Outra", "add"), saved("", "remove")))));
        nothingWaits();
        assertThat(customerName()).isEqualTo("Dona Pérola");
    }

    @Test
    void showsAPlaceForAFileUntilItIsTold() throws IOException {
        var file = customer.attaches(phone, "a.png", "image/png", png());
        var id = meta.newId();
        var place = message(id, OWN, 3 * DAY, "media_placeholder").put("to", phone);
        var image = message(id, OWN, 3 * DAY, "image");
        image.putObject("image").put("id", file).put("mime_type", "image/png").put("caption", "assim");

        meta.taken(meta.delivery(meta.change("history", "messages", List.of(image)))); // whose it is comes later
        tells(0, of(place));

        eventually(() -> agent.messages(imported())
                .get(0)
                .path("media")
                .path("state")
                .asText()
                .equals("READY"));
        var shown = agent.messages(imported());
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("kind").asText()).isEqualTo("image");
        assertThat(shown.get(0).path("text").asText()).isEqualTo("assim");
        assertThat(agent.bytes("marta", shown.get(0).path("media").path("url").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void ofAMessageThatIsKnownIsNothing() {
        var id = customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        var live = cases.conversationOf(phone);

        tells(0, of(message(id, phone, 10, "text", BROKEN_FRIDGE), said("antes", DAY)));

        eventually(() -> texts(imported()).equals(List.of("antes")));
        assertThat(agent.messages(live).get(0).path("imported").asBoolean()).isFalse();
    }

    @Test
    void givesUpWhatComesNowAfterAllSoThatItIsHandled() {
        var id = meta.newId();
        tells(0, of(message(id, phone, 20, "text", BROKEN_FRIDGE), said("antes", DAY)));
        eventually(() -> texts(imported()).size() == 2);

        meta.delivers(meta.text(phone, id, BROKEN_FRIDGE));

        cases.ticketOf(phone);
        assertThat(texts(imported())).containsExactly("antes");
        var echo = meta.newId();
        tells(0, of(message(echo, OWN, 10, "text", "já vamos")));
        eventually(() -> texts(imported()).size() == 2);
        meta.echoes(meta.echo(phone, echo, "text", json.createObjectNode().put("body", "já vamos")));
        eventually(() -> texts(imported()).equals(List.of("antes")));
    }

    @Test
    void leavesABadMessageAsideAndKeepsItsSiblings() {
        var none = said("sem hora", DAY);
        none.remove("timestamp");
        var mark = none.path("id").asText();
        var strange = message(meta.newId(), phone, DAY, "poll_of_tomorrow");

        tells(0, of(none, strange, said("boa", DAY)));

        eventually(() -> agent.messages(imported()).size() == 2);
        assertThat(count("select count(*) from channel.set_aside where payload like ?", "%" + mark + "%"))
                .isEqualTo(1);
    }

    @Test
    void takesThousandsInOneDelivery() {
        var others = IntStream.range(0, 20).mapToObj(n -> customer.newPhone()).toList();
        var threads = new TreeMap<String, List<ObjectNode>>();
        others.forEach(other -> threads.put(
                other,
                IntStream.range(0, 150)
                        .mapToObj(n -> message(meta.newId(), other, 90 * DAY - n, "text", "n " + n))
                        .toList()));

        meta.taken(meta.delivery(meta.history(1, 1, 70, threads)));
        meta.delivers(meta.text(phone, meta.newId(), BROKEN_FRIDGE));

        cases.ticketOf(phone); // does not wait for the past
        eventually(() -> others.stream()
                .allMatch(other -> count(
                                """
                        select count(*) from conversation.message m join conversation.conversation c on c.id = m.conversation
                        join customer.identity i on i.customer = c.customer where c.imported and i.value = ?""",
                                other)
                        == 150));
    }

    @Test
    void tellsManagersHowFarItHasComeAndThatItWasDeclined() {
        tells(2, 100, of(said("antes", DAY)));
        imported();
        var errors = json.createObjectNode();
        errors.putArray("errors").addObject().put("code", 2593109).put("title", "History sync is turned off " + phone);

        meta.taken(meta.delivery(meta.change("history", "history", List.of(errors))));

        eventually(() -> agent.get("marta", "/api/v1/inbox/notices?limit=200")
                .body()
                .toString()
                .contains(phone));
        eventually(() -> agent.get("marta", "/api/v1/inbox/past")
                .body()
                .path("items")
                .toString()
                .contains("\"percent\":100"));
        assertThat(agent.get("bruno", "/api/v1/inbox/past").status()).isEqualTo(404);
    }

    private void tells(int phase, List<ObjectNode> messages) {
        tells(phase, 10, messages);
    }

    private void tells(int phase, int progress, List<ObjectNode> messages) {
        meta.taken(meta.delivery(meta.history(phase, 1, progress, Map.of(phone, messages))));
    }

    private static List<ObjectNode> of(ObjectNode... messages) {
        return List.of(messages);
    }

    /** @param ago seconds */
    private ObjectNode said(String text, long ago) {
        return message(meta.newId(), phone, ago, "text", text);
    }

    private ObjectNode ours(String text, long ago, String status) {
        var message = message(meta.newId(), OWN, ago, "text", text);
        message.putObject("history_context").put("status", status);
        return message;
    }

    private ObjectNode message(String id, String from, long ago, String type, String text) {
        var message = message(id, from, ago, type);
        message.putObject(type).put("body", text);
        return message;
    }

    private ObjectNode message(String id, String from, long ago, String type) {
        return meta.message(from, id, type).put("timestamp", Long.toString(now - ago));
    }

    private ObjectNode saved(String name, String action) {
        var state = json.createObjectNode().put("type", "contact").put("action", action);
        var contact = state.putObject("contact").put("phone_number", phone);
        if (!name.isEmpty()) {
            contact.put("full_name", name).put("first_name", name);
        }
        state.putObject("metadata").put("timestamp", Long.toString(now));
        return state;
    }

    private String imported() {
        return eventually(() -> jdbc.sql(
                        """
                        select c.id::text from conversation.conversation c join customer.identity i on i.customer = c.customer
                        where c.imported and i.value = ?""")
                .param(phone)
                .query(String.class)
                .single());
    }

    private void nothingWaits() {
        eventually(() -> jdbc.sql(
                        "select not exists (select 1 from channel.unsplit) and not exists (select 1 from channel.past where attempts = 0)")
                .query(Boolean.class)
                .single());
    }

    private List<String> texts(String conversation) {
        return agent.messages(conversation).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(
                        agent.get("marta", path).body().path("items").spliterator(), false)
                .toList();
    }

    private String customerName() {
        return jdbc.sql(
                        "select c.name from customer.customer c join customer.identity i on i.customer = c.id where i.value = ?")
                .param(phone)
                .query(String.class)
                .single();
    }

    private int count(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Integer.class).single();
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
