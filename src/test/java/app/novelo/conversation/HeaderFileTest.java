package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A picture, film or document above buttons or a link is the message's file, like that of any other message. */
@RunningNovelo
class HeaderFileTest {

    private static final String BUTTONS =
            "{'kind':'interactive','text':'Serve?','content':{'type':'buttons','header':%s,'buttons':[{'id':'y','title':'Sim'}]}}";
    private static final String LINK =
            "{'kind':'interactive','text':'Veja','content':{'type':'link','header':%s,'button':'Abrir','url':'https://example.org'}}";
    private static final String MENU =
            "{'kind':'interactive','text':'Hora?','content':{'type':'menu','header':%s,'button':'Ver','sections':[{'rows':[{'id':'a','title':'9h'}]}]}}";
    private static final Path STICKER = Path.of("src/test/resources/app/novelo/media/sticker.webp");

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

    private String phone = "";
    private String conversation = "";

    @BeforeEach
    void givenAConversation() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        conversation = cases.conversationOf(phone);
    }

    @ParameterizedTest
    @CsvSource({
        "buttons, image, foto.png, image/png",
        "link, image, foto.png, image/png",
        "buttons, video, filme.mp4, video/mp4",
        "link, document, manual.pdf, application/pdf"
    })
    void arrivesAboveTheWords(String type, String kind, String filename, String mimeType) throws IOException {
        var bytes = bytes(kind);
        var file = uploads(filename, mimeType, bytes);

        var posted = posts(type.equals("link") ? LINK : BUTTONS, media(file));

        assertThat(posted.status()).as(posted.body().toString()).isEqualTo(202);
        assertThat(posted.body().path("kind").asText()).isEqualTo("interactive");
        assertThat(posted.body().at("/media/id").asText()).isEqualTo(file);
        assertThat(posted.body().at("/content/header/media").asText()).isEqualTo(file);
        var interactive = eventually(() -> last("delivered")).path("message").path("interactive");
        assertThat(interactive.at("/header/type").asText()).isEqualTo(kind);
        var above = interactive.path("header").path(kind);
        assertThat(customer.opens(above.path("id").asText())).isEqualTo(bytes);
        assertThat(above.path("filename").asText()).isEqualTo(kind.equals("document") ? filename : "");
        assertThat(interactive.at("/body/text").asText())
                .isEqualTo(posted.body().path("text").asText());
    }

    @Test
    void isSeenByWhoeverSeesTheConversationOnceItIsSent() throws IOException {
        var file = uploads("foto.png", "image/png", bytes("image"));
        assertThat(agent.bytes("carla", "/api/v1/media/" + file).statusCode()).isEqualTo(404);

        posts(BUTTONS, media(file));

        assertThat(agent.bytes("carla", "/api/v1/media/" + file).statusCode()).isEqualTo(200);
        assertThat(agent.bytes("ana", "/api/v1/media/" + file).statusCode()).isEqualTo(404);
    }

    /** What WhatsApp no longer knows is handed over anew with the message that repeats the failed one. */
    @Test
    void isHandedOverOnceAndAnewWhenWhatsAppHasForgottenIt() throws IOException {
        var file = uploads("foto.png", "image/png", bytes("image"));
        posts(BUTTONS, media(file));
        var first = idAbove(eventually(() -> last("delivered")));
        posts(LINK, media(file));
        assertThat(idAbove(eventually(() -> last("Veja", "delivered"))))
                .as("once")
                .isEqualTo(first);

        jdbc.sql("delete from sandbox.media where id = ?").param(first).update();
        var refused = posts(BUTTONS, media(file)).body().path("id").asText();
        eventually(() -> statusOf(refused).equals("FAILED"));
        var again = agent.post("bruno", messages() + "/" + refused + "/again", null);

        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        assertThat(again.body().at("/media/id").asText()).isEqualTo(file);
        eventually(() -> statusOf(again.body().path("id").asText()).equals("DELIVERED"));
        var second = idAbove(last("Serve?", "delivered"));
        assertThat(second).isNotEqualTo(first);
        assertThat(customer.opens(second)).isEqualTo(bytes("image"));
    }

    @Test
    void isRefusedWhereItCannotStand() throws IOException {
        var picture = uploads("foto.png", "image/png", bytes("image"));
        var sticker = uploads("a.webp", "image/webp", Files.readAllBytes(STICKER));

        assertThat(refusal(BUTTONS, media(sticker))).isEqualTo("content.header.media");
        assertThat(refusal(MENU, media(picture))).isEqualTo("content.header.media");
        assertThat(refusal(BUTTONS, "{'text':'A','media':'" + picture + "'}")).isEqualTo("content.header");
        var twice = BUTTONS.replace("'text'", "'media':'" + picture + "','text'");
        assertThat(refusal(twice, media(picture))).isEqualTo("media");
        assertThat(refusal(twice, "{'text':'A'}")).isEqualTo("media");
        assertThat(agent.bytes("carla", "/api/v1/media/" + picture).statusCode())
                .as("still its owner's alone")
                .isEqualTo(404);
    }

    @Test
    void isNobodyElsesUpload() throws IOException {
        var form = Multipart.of("foto.png", "image/png", bytes("image"));
        var file = agent.uploads("carla", form).body().path("id").asText();

        assertThat(refusal(BUTTONS, media(file))).isEqualTo("content.header.media");
    }

    private String uploads(String filename, String type, byte[] bytes) {
        var answer = agent.uploads("bruno", Multipart.of(filename, type, bytes));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static String media(String file) {
        return "{'media':'" + file + "'}";
    }

    private String refusal(String body, String header) {
        var answer = posts(body, header);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return answer.body().path("field").asText();
    }

    private Agent.Answer posts(String body, String header) {
        try {
            return agent.post(
                    "bruno", messages(), json.readTree(body.formatted(header).replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String messages() {
        return "/api/v1/conversations/" + conversation + "/messages";
    }

    private String statusOf(String message) {
        return agent.message(conversation, message).path("status").asText();
    }

    private static String idAbove(JsonNode seen) {
        return seen.at("/message/interactive/header/image/id").asText();
    }

    private JsonNode last(String status) {
        return last("", status);
    }

    /** @return the newest interactive message on the phone with these words in this status; null until it is there */
    private JsonNode last(String words, String status) {
        return customer.sees(phone).stream()
                .filter(message -> message.path("type").asText().equals("interactive"))
                .filter(message -> message.path("text").asText().contains(words))
                .filter(message -> message.path("status").asText().equals(status))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static byte[] bytes(String kind) throws IOException {
        return switch (kind) {
            case "video" -> HexFormat.of().parseHex("0000001c6674797069736f6d0000020069736f6d69736f326d703431");
            case "document" -> "%PDF-1.4 manual".getBytes(StandardCharsets.UTF_8);
            default -> png();
        };
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
