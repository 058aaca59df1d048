package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.ContactCard;
import app.novelo.channel.Content;
import app.novelo.channel.Line;
import app.novelo.channel.OutboundMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JSON that Meta documents for each kind of message. */
class GraphBodiesTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private final ObjectMapper json = new ObjectMapper();
    private final GraphBodies bodies = new GraphBodies(json);

    @Test
    void namesAPhoneWithThePlusAndCarriesOurOwnId() throws JsonProcessingException {
        assertThat(body("text", "olá", new Content.Text(true)))
                .isEqualTo(
                        json.readTree(
                                """
                                {"messaging_product":"whatsapp","recipient_type":"individual","type":"text",
                                 "biz_opaque_callback_data":"00000000-0000-0000-0000-000000000007","to":"+5511999990000",
                                 "text":{"body":"olá","preview_url":true}}"""));
    }

    @Test
    void namesAUserOnlyIfThereIsNoPhone() {
        var body = bodies.of(message(null, "BR.1", "text", "olá", new Content.Text(false), null, null));

        assertThat(body.path("recipient").asText()).isEqualTo("BR.1");
        assertThat(body.has("to")).isFalse();
        assertThat(bodies.of(message("55", "BR.1", "text", "olá", new Content.Text(false), null, null))
                        .has("recipient"))
                .isFalse();
    }

    @Test
    void quotes() {
        var body = bodies.of(message("55", null, "text", "olá", new Content.Text(false), null, "wamid.A"));

        assertThat(body.path("context").path("message_id").asText()).isEqualTo("wamid.A");
    }

    @Test
    void sendsFilesByTheProvidersId() throws JsonProcessingException {
        is(file("image", "veja", false), "image", "{\"id\":\"7788\",\"caption\":\"veja\"}");
        is(file("video", "", false), "video", "{\"id\":\"7788\"}");
        is(file("audio", "", true), "audio", "{\"id\":\"7788\",\"voice\":true}");
        is(file("audio", "", false), "audio", "{\"id\":\"7788\"}");
        is(file("sticker", "", false), "sticker", "{\"id\":\"7788\"}");
        is(
                file("document", "sua oferta", false),
                "document",
                "{\"id\":\"7788\",\"caption\":\"sua oferta\",\"filename\":\"oferta.pdf\"}");
    }

    @Test
    void sendsAPlace() throws JsonProcessingException {
        is(
                body("location", "", new Content.Location(-23.5, -46.6, "Loja", "Rua A, 1", null)),
                "location",
                "{\"latitude\":-23.5,\"longitude\":-46.6,\"name\":\"Loja\",\"address\":\"Rua A, 1\"}");
        is(
                body("location", "", new Content.Location(0, 0, null, null, null)),
                "location",
                "{\"latitude\":0.0,\"longitude\":0.0}");
    }

    @Test
    void sendsCards() throws JsonProcessingException {
        var card = new ContactCard(
                "Ana Lima",
                "Ana",
                "Lima",
                List.of(new ContactCard.Phone("+55 11 99999-0000", "5511999990000", "WORK")),
                List.of(new ContactCard.Entry("ana@example.org", "WORK")),
                List.of(),
                List.of(new ContactCard.Entry("https://example.org", null)),
                "Casa Clima",
                "1990-01-31");

        is(
                body("contacts", "", new Content.Contacts(List.of(card), false)),
                "contacts",
                """
                [{"name":{"formatted_name":"Ana Lima","first_name":"Ana","last_name":"Lima"},
                  "phones":[{"phone":"+55 11 99999-0000","wa_id":"5511999990000","type":"WORK"}],
                  "emails":[{"email":"ana@example.org","type":"WORK"}],"urls":[{"url":"https://example.org"}],
                  "org":{"company":"Casa Clima"},"birthday":"1990-01-31"}]""");
    }

    @Test
    void reactsAndTakesTheReactionBack() throws JsonProcessingException {
        is(
                body("reaction", "", new Content.Reaction("wamid.A", "👍")),
                "reaction",
                "{\"message_id\":\"wamid.A\",\"emoji\":\"👍\"}");
        is(
                body("reaction", "", new Content.Reaction("wamid.A", null)),
                "reaction",
                "{\"message_id\":\"wamid.A\",\"emoji\":\"\"}");
    }

    @Test
    void sendsButtons() throws JsonProcessingException {
        var buttons = new Content.Buttons(
                new Content.Header("Visita", null),
                "Casa Clima",
                List.of(new Content.Button("yes", "Sim"), new Content.Button("no", "Não")));

        is(
                body("interactive", "Terça?", buttons),
                "interactive",
                """
                {"type":"button","header":{"type":"text","text":"Visita"},"body":{"text":"Terça?"},
                 "footer":{"text":"Casa Clima"},"action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Sim"}},
                 {"type":"reply","reply":{"id":"no","title":"Não"}}]}}""");
    }

    @Test
    void headsButtonsAndLinksWithAFileByTheProvidersId() throws JsonProcessingException {
        headed("image/jpeg", "{\"type\":\"image\",\"image\":{\"id\":\"7788\"}}");
        headed("image/png", "{\"type\":\"image\",\"image\":{\"id\":\"7788\"}}");
        headed("video/mp4", "{\"type\":\"video\",\"video\":{\"id\":\"7788\"}}");
        headed("application/pdf", "{\"type\":\"document\",\"document\":{\"id\":\"7788\",\"filename\":\"oferta.pdf\"}}");
    }

    private void headed(String type, String header) throws JsonProcessingException {
        var above = new Content.Header(null, ID);
        var media = new OutboundMessage.Media("7788", "oferta.pdf", type);
        var button = List.of(new Content.Button("yes", "Sim"));
        for (var content : List.of(
                new Content.Buttons(above, null, button),
                new Content.Link(above, null, "Abrir", "https://example.org"))) {
            var body = bodies.of(message("55", null, "interactive", "Terça?", content, media, null));

            assertThat(body.at("/interactive/header")).isEqualTo(json.readTree(header));
            assertThat(body.at("/interactive/body/text").asText()).isEqualTo("Terça?");
        }
    }

    @Test
    void sendsAList() throws JsonProcessingException {
        var menu = new Content.Menu(
                null,
                null,
                "Horários",
                List.of(new Content.Section(
                        "Terça",
                        List.of(new Content.Row("s1", "09:00", "com Inês"), new Content.Row("s2", "10:00", null)))));

        is(
                body("interactive", "Escolha", menu),
                "interactive",
                """
                {"type":"list","body":{"text":"Escolha"},"action":{"button":"Horários","sections":[{"title":"Terça",
                 "rows":[{"id":"s1","title":"09:00","description":"com Inês"},{"id":"s2","title":"10:00"}]}]}}""");
    }

    @Test
    void sendsALinkButton() throws JsonProcessingException {
        is(
                body("interactive", "Veja", new Content.Link(null, null, "Abrir", "https://example.org/a")),
                "interactive",
                """
                {"type":"cta_url","body":{"text":"Veja"},
                 "action":{"name":"cta_url","parameters":{"display_text":"Abrir","url":"https://example.org/a"}}}""");
    }

    @Test
    void asksForAPlaceAndForANumber() throws JsonProcessingException {
        is(
                body("interactive", "Onde?", new Content.LocationRequest()),
                "interactive",
                "{\"type\":\"location_request_message\",\"body\":{\"text\":\"Onde?\"},\"action\":{\"name\":\"send_location\"}}");
        is(
                body("interactive", "Seu número?", new Content.ContactRequest()),
                "interactive",
                "{\"type\":\"request_contact_info\",\"body\":{\"text\":\"Seu número?\"},\"action\":{\"name\":\"request_contact_info\"}}");
    }

    @Test
    void marksAsReadAndShowsThatSomebodyWrites() throws JsonProcessingException {
        assertThat((JsonNode) bodies.receipt("wamid.A", false))
                .isEqualTo(json.readTree(
                        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.A\"}"));
        assertThat(bodies.receipt("wamid.A", true).path("typing_indicator"))
                .isEqualTo(json.readTree("{\"type\":\"text\"}"));
    }

    private void is(JsonNode body, String member, String expected) throws JsonProcessingException {
        assertThat(body.path("type").asText()).isEqualTo(member);
        assertThat(body.path(member)).isEqualTo(json.readTree(expected));
    }

    private JsonNode body(String kind, String text, Content.Sendable content) {
        return bodies.of(message("5511999990000", null, kind, text, content, null, null));
    }

    private JsonNode file(String kind, String caption, boolean voice) {
        var media = new OutboundMessage.Media("7788", "oferta.pdf", "application/pdf");
        return bodies.of(message("55", null, kind, caption, new Content.File(voice), media, null));
    }

    private static OutboundMessage message(
            @Nullable String phone,
            @Nullable String userId,
            String kind,
            String text,
            Content.Sendable content,
            OutboundMessage.@Nullable Media media,
            @Nullable String replyTo) {
        var line = new Line(UUID.randomUUID(), "whatsapp", "1", "1", "2");
        return new OutboundMessage(ID, line, phone, userId, kind, text, content, media, replyTo);
    }
}
