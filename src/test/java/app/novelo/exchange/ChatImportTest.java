package app.novelo.exchange;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chats of the phone days: exported by WhatsApp, brought by a manager, read above what is said now. */
@RunningNovelo
class ChatImportTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String BROKEN_FRIDGE = "minha geladeira não gela";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(ZoneId.of("America/Sao_Paulo"));

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
    Clock clock;

    private String phone = "";

    @BeforeEach
    void somebody() {
        phone = customer.newPhone();
    }

    @Test
    void isShownBeforeAnythingIsDone() throws IOException {
        var preview = looked("Conversa do WhatsApp com Ana.zip", zip(chat(), Map.of("IMG-1.jpg", png())))
                .path("preview");

        assertThat(preview.path("customer").asText()).isEqualTo("Ana");
        assertThat(preview.path("us").asText()).isEqualTo("Casa Clima");
        assertThat(preview.path("order").asText()).isEqualTo("DMY");
        assertThat(preview.path("firstAt").asText()).isEqualTo("2024-01-31T13:00:00Z");
        assertThat(preview.path("lastAt").asText()).isEqualTo("2024-02-01T15:30:00Z");
        assertThat(preview.path("messages").asInt()).isEqualTo(6);
        assertThat(preview.path("files").asInt()).isEqualTo(1);
        assertThat(preview.path("missing").asInt()).isEqualTo(1);
        assertThat(preview.path("told").asInt()).isEqualTo(1);
        assertThat(preview.path("asks")).isEmpty();
        assertThat(customersWithThePhone()).isZero();
    }

    @Test
    void standsAboveWhatIsSaidNowAndSetsNothingInMotion() throws IOException {
        var id = brought(zip(chat(), Map.of("IMG-1.jpg", png())), Map.of("phone", "+" + phone));

        assertThat(report(id)).containsExactlyInAnyOrder("added 6", "known 0", "files 1", "missing 1", "left 1");
        var past = imported();
        var messages = agent.messages(past);
        assertThat(messages)
                .extracting(message -> message.path("direction").asText() + " "
                        + message.path("kind").asText() + " "
                        + message.path("text").asText(""))
                .containsExactly(
                        "IN text Bom dia!\nTem geladeira?",
                        "OUT text Temos: duas",
                        "IN image assim",
                        "IN media_placeholder ",
                        "OUT text ",
                        "IN text Obrigada");
        assertThat(messages).allMatch(message -> message.path("imported").asBoolean());
        assertThat(messages.get(2).at("/media/state").asText()).isEqualTo("READY");
        assertThat(messages.get(2).at("/media/mimeType").asText())
                .as("what it is, whatever it is called")
                .isEqualTo("image/png");
        assertThat(agent.bytes("marta", messages.get(2).at("/media/url").asText())
                        .body())
                .isEqualTo(png());
        assertThat(messages.get(4).path("revokedAt").isNull()).isFalse();
        nothingFollows(past);

        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        var live = cases.conversationOf(phone);
        assertThat(live).isNotEqualTo(past);
        var all = agent.get("bruno", "/api/v1/conversations/" + live + "/messages?imported=true&order=oldest")
                .body()
                .path("items");
        assertThat(all.get(0).path("text").asText()).startsWith("Bom dia!");
        assertThat(agent.get("bruno", "/api/v1/conversations/" + live)
                        .body()
                        .at("/customer/name")
                        .asText())
                .isEqualTo("Ana");
    }

    private void nothingFollows(String past) {
        var view = agent.get("marta", "/api/v1/conversations/" + past).body();
        assertThat(view.path("state").asText()).isEqualTo("RESOLVED");
        assertThat(view.at("/window/open").asBoolean()).isFalse();
        assertThat(view.path("awaitsAnswer").asBoolean()).isFalse();
        assertThat(cases.numbersOf(phone)).isEmpty();
        for (var table : List.of("conversation.undriven", "conversation.receipt", "conversation.outgoing")) {
            assertThat(count("select count(*) from " + table + " where conversation = ?::uuid", past))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from platform.event where data ->> 'conversation' = ?", past))
                .isZero();
    }

    @Test
    void comesOnceHoweverOftenItIsBrought() throws IOException {
        var without = chat().getBytes(StandardCharsets.UTF_8);
        var choices = Map.of("phone", phone, "us", "Casa Clima", "them", "Ana");
        assertThat(report(brought("chat.txt", without, choices))).contains("added 6", "missing 2", "files 0");

        var longer = chat() + "02/02/2024 09:00 - Ana: Obrigada\n";
        var again = brought("chat.zip", zip(longer, Map.of("IMG-1.jpg", png())), choices);

        assertThat(report(again)).contains("added 1", "known 6");
        var messages = agent.messages(imported());
        assertThat(messages).hasSize(7);
        assertThat(messages.get(2).path("kind").asText())
                .as("its file has come with the second")
                .isEqualTo("image");
        assertThat(report(brought("chat.zip", zip(longer, Map.of("IMG-1.jpg", png())), choices)))
                .contains("added 0", "known 7");
        assertThat(count("select count(*) from conversation.media where conversation = ?::uuid", imported()))
                .isEqualTo(1);
    }

    @Test
    void isOneWithWhatTheChannelKnows() {
        customer.says(phone, BROKEN_FRIDGE);
        cases.ticketOf(phone);
        var before = clock.instant().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MINUTES);
        appTells(said("de antes", before.plusSeconds(20)));
        eventually(() -> agent.messages(imported()).size() == 1);

        var export = MINUTE.format(before) + " - Ana: de antes\n"
                + MINUTE.format(before.plusSeconds(120)) + " - Ana: só no telefone\n"
                + MINUTE.format(clock.instant()) + " - Ana: " + BROKEN_FRIDGE + "\n";
        var id = brought(
                "Ana.txt",
                export.getBytes(StandardCharsets.UTF_8),
                Map.of("phone", phone, "us", nobody(), "them", "Ana"));

        assertThat(report(id)).contains("added 1", "known 2");
        assertThat(agent.messages(imported()))
                .extracting(message -> message.path("text").asText())
                .containsExactly("de antes", "só no telefone");
        appTells(said("só no telefone", before.plusSeconds(140)), said("e isto", before.plusSeconds(200)));
        eventually(() -> agent.messages(imported()).size() == 3);
        assertThat(agent.messages(imported()))
                .extracting(message -> message.path("text").asText())
                .containsExactly("de antes", "só no telefone", "e isto");
    }

    @Test
    void asksWhatNobodyCanKnow() {
        var chat = "05/06/2024, 10:00 - Ana: oi\n06/07/2024, 10:00 - Bia: olá\n";
        var looked = looked("chat.txt", chat.getBytes(StandardCharsets.UTF_8));
        var path = IMPORTS + "/" + looked.path("id").asText() + "/start";

        assertThat(looked.at("/preview/asks")).extracting(JsonNode::asText).containsExactly("us", "order");
        assertThat(field(path, Map.of("phone", phone))).isEqualTo("us");
        assertThat(field(path, Map.of("us", "Carla"))).isEqualTo("us");
        assertThat(field(path, Map.of("us", "Bia"))).isEqualTo("phone");
        assertThat(field(path, Map.of("us", "Bia", "phone", phone))).isEqualTo("line");
        assertThat(field(path, Map.of("us", "Bia", "phone", phone, "line", line())))
                .isEqualTo("order");
        assertThat(field(path, Map.of("us", "Bia", "phone", phone, "line", line(), "order", "YMD")))
                .isEqualTo("order");
        assertThat(customersWithThePhone())
                .as("nobody came of what was refused")
                .isZero();
        assertThat(agent.post("marta", path, Map.of("us", "Bia", "phone", phone, "line", line(), "order", "MDY"))
                        .status())
                .isEqualTo(202);
        inState(looked.path("id").asText(), "DONE");
        assertThat(agent.messages(imported()).get(0).path("at").asText()).isEqualTo("2024-05-06T13:00:00Z");
    }

    @Test
    void isRefusedIfItIsABombOrClimbsOrIsNoChat() throws IOException {
        assertThat(refused(zip(chat(), Map.of("bomb.bin", new byte[70 << 20])))).isEqualTo("bomb");
        assertThat(refused(zip(chat(), Map.of("../../etc/passwd", new byte[1]))))
                .isEqualTo("hostile-name");
        assertThat(refused(zip("bom dia", Map.of()))).isEqualTo("no-chat");
        assertThat(refused("bom dia".getBytes(StandardCharsets.UTF_8))).isEqualTo("no-chat");
        assertThat(refused(chat().getBytes(StandardCharsets.UTF_16))).isEqualTo("encoding");
        assertThat(refused(new byte[] {'P', 'K', 3, 4})).isEqualTo("not-an-archive");
    }

    private String refused(byte[] bytes) {
        return inState(uploaded("chat.zip", bytes), "REFUSED").path("problem").asText();
    }

    private String field(String path, Map<String, ?> choices) {
        return agent.post("marta", path, choices).body().path("field").asText();
    }

    private static JsonNode nobody() {
        return NullNode.getInstance();
    }

    /** As Android writes it in Portuguese. */
    private static String chat() {
        return """
                31/01/2024 10:00 - As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.
                31/01/2024 10:00 - Ana: Bom dia!
                Tem geladeira?
                31/01/2024 10:05 - Casa Clima: Temos: duas
                31/01/2024 10:06 - Ana: IMG-1.jpg (arquivo anexado)
                assim
                31/01/2024 10:07 - Ana: <Mídia oculta>
                31/01/2024 10:08 - Casa Clima: Você apagou esta mensagem
                01/02/2024 12:30 - Ana: Obrigada
                """;
    }

    private String brought(byte[] zip, Map<String, ?> choices) {
        return brought("Conversa do WhatsApp com Ana.zip", zip, choices);
    }

    private String brought(String name, byte[] bytes, Map<String, ?> choices) {
        var id = looked(name, bytes).path("id").asText();
        var all = new HashMap<String, Object>(choices);
        all.put("line", line());
        var answer = agent.post("marta", IMPORTS + "/" + id + "/start", all);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        inState(id, "DONE");
        return id;
    }

    private List<String> report(String id) {
        return agent.get("marta", IMPORTS + "/" + id).body().path("report").properties().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private JsonNode looked(String name, byte[] bytes) {
        return inState(uploaded(name, bytes), "READY");
    }

    private String uploaded(String name, byte[] bytes) {
        var answer = agent.uploads("marta", IMPORTS + "/chats", Multipart.of(name, "application/octet-stream", bytes));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private JsonNode inState(String id, String state) {
        eventually(() -> agent.get("marta", IMPORTS + "/" + id)
                .body()
                .path("state")
                .asText()
                .equals(state));
        return agent.get("marta", IMPORTS + "/" + id).body();
    }

    /** The line of tests, over which customers write. */
    private String line() {
        return jdbc.sql("select id::text from channel.line where provider_id = ?")
                .param(Meta.LINE)
                .query(String.class)
                .single();
    }

    private void appTells(ObjectNode... messages) {
        meta.taken(meta.delivery(meta.history(1, 1, 50, Map.of(phone, List.of(messages)))));
    }

    private ObjectNode said(String text, Instant at) {
        var message = meta.message(phone, meta.newId(), "text").put("timestamp", Long.toString(at.getEpochSecond()));
        message.putObject("text").put("body", text);
        return message;
    }

    private String imported() {
        return jdbc.sql(
                        """
                        select c.id::text from conversation.conversation c join customer.identity i on i.customer = c.customer
                        where c.imported and i.value = ?""")
                .param(phone)
                .query(String.class)
                .single();
    }

    private int customersWithThePhone() {
        return count("select count(*) from customer.identity where value = ?", phone);
    }

    private int count(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(Integer.class).single();
    }

    private static byte[] zip(String chat, Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Conversa do WhatsApp com Ana.txt"));
            zip.write(chat.getBytes(StandardCharsets.UTF_8));
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
