package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Templates on their way to a customer: the only words that go out while the window is closed. */
@RunningNovelo
class TemplateMessageTest {

    /** Of the sample company; other tests add lines of other accounts. */
    private static final String ACCOUNT = "900000000000001";

    private static final String VISIT =
            """
            [{'type':'HEADER','format':'TEXT','text':'Visita'},{'type':'BODY','text':'Olá {{name}}, a visita é {{day}}, confirma?',
              'example':{'body_text_named_params':[{'param_name':'name','example':'Ana'},{'param_name':'day','example':'terça'}]}},
             {'type':'FOOTER','text':'Casa Clima'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Sim'},
              {'type':'URL','text':'Ver','url':'https://example.org/{{1}}','example':['https://example.org/a']}]}]""";
    private static final String HELLO =
            "[{'type':'BODY','text':'Olá {{1}}, podemos continuar aqui?','example':{'body_text':[['Ana']]}}]";

    private static final String TWO_VALUES =
            "[{'type':'BODY','text':'Olá {{1}}, aqui é da loja {{2}}, podemos continuar?','example':{'body_text':[['Ana','Sul']]}}]";

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
    ObjectMapper json;

    private String phone = "";
    private String conversation = "";

    @AfterEach
    void noFaults() {
        customer.noFaults();
    }

    private void givenAConversation() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        conversation = cases.conversationOf(phone);
    }

    /** @return an approved one with this body, and its name */
    private String given(String components) {
        var name = meta.newName();
        meta.approved(name, "pt_BR", "UTILITY", components);
        return name;
    }

    @Test
    void goesThroughWhileTheWindowIsClosedAndIsReadInTheThread() {
        givenAConversation();
        var name = given(VISIT);
        cases.aDayPassesFor(conversation);
        assertThat(agent.writes("bruno", conversation, "oi").problem()).isEqualTo("window-closed");

        var sent = sends(name, "'name':'Ana\\n','day':'terça,\\t14h','button.1':'4711'");

        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        assertThat(sent.body().path("kind").asText()).isEqualTo("template");
        assertThat(sent.body().path("text").asText()).isEqualTo("Olá Ana, a visita é terça, 14h, confirma?");
        assertThat(sent.body().at("/content/category").asText()).isEqualTo("UTILITY");
        assertThat(sent.body().at("/content/header/text").asText()).isEqualTo("Visita");
        assertThat(sent.body().at("/content/buttons/1/value").asText()).isEqualTo("https://example.org/4711");
        becomes(sent, "DELIVERED");
        var rendered = onPhone().at("/message/rendered");
        assertThat(rendered.path("body")).isEqualTo(sent.body().path("text"));
        assertThat(rendered.path("footer").asText()).isEqualTo("Casa Clima");
        assertThat(rendered.at("/buttons/1/url").asText()).isEqualTo("https://example.org/4711");
        var work = agent.get("marta", "/api/v1/work?view=all&conversation=" + conversation)
                .body();
        assertThat(work.at("/items/0/conversation/lastMessage/text"))
                .isEqualTo(sent.body().path("text"));
    }

    @Test
    void standsBelowAFileThatIsHandedOverLikeAnyOther() throws IOException {
        givenAConversation();
        var name = meta.newName();
        meta.approved(
                name,
                "pt_BR",
                "UTILITY",
                "[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['%s']}},{'type':'BODY','text':'O seu aparelho.'}]"
                        .formatted(meta.handle("image/png", png())));
        var picture = uploads("foto.png", "image/png", png());
        var manual = uploads("manual.pdf", "application/pdf", "%PDF-1.4 manual".getBytes(StandardCharsets.US_ASCII));

        assertThat(sends(name, "").body().path("field").asText()).isEqualTo("media");
        assertThat(sends(name, "", manual).body().path("field").asText()).isEqualTo("media");
        assertThat(sends(given(HELLO), "'1':'Ana'", picture)
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("media");
        var sent = sends(name, "", picture);

        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        assertThat(sent.body().at("/media/id").asText()).isEqualTo(picture);
        becomes(sent, "DELIVERED");
        assertThat(customer.opens(
                        onPhone().at("/message/rendered/header/image/id").asText()))
                .isEqualTo(png());
    }

    @Test
    void carriesACodeInBodyAndButton() {
        givenAConversation();
        var name = meta.newName();
        meta.approved(
                name,
                "pt_BR",
                "AUTHENTICATION",
                "[{'type':'BODY'},{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]");
        cases.aDayPassesFor(conversation);

        var sent = sends(name, "'1':'123456'");

        assertThat(sent.body().path("text").asText()).contains("123456");
        becomes(sent, "DELIVERED");
        assertThat(onPhone().at("/message/rendered/buttons/0/code").asText()).isEqualTo("123456");
        assertThat(sends(name, "'1':'1234567890123456'").body().path("field").asText())
                .isEqualTo("values.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'kind':'template'} | name
            {'kind':'template','name':'%s'} | language
            {'kind':'template','name':'%s','language':'pt_BR'} | values.1
            {'kind':'template','name':'%s','language':'pt_BR','values':7} | values
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':['a']}} | values.1
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':null}} | values.1
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':' \\n '}} | values.1
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':'a','2':'b'}} | values.2
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':'a'},'media':'x'} | media
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':'a'},'media':'00000000-0000-0000-0000-000000000007'} | media
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':'a'},'text':'b'} | text
            {'kind':'template','name':'%s','language':'pt_BR','values':{'1':'a'},'content':{}} | content
            """)
    void isRefusedWithTheFieldsName(String body, String field) {
        givenAConversation();
        var name = given(HELLO);

        var refused = posts(body.formatted(name));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo(field);
        assertThat(agent.messages(conversation)).hasSize(2);
    }

    /** Of two languages one is paused, and we have not heard of it yet. */
    @Test
    void isRefusedByMetaOnceAndFromThenOnByUs() {
        givenAConversation();
        var name = meta.newName();
        var paused = meta.approved(name, "en", "UTILITY", HELLO);
        meta.approved(name, "pt_BR", "UTILITY", HELLO);
        assertThat(posts("{'kind':'template','name':'%s','language':'es','values':{'1':'Ana'}}".formatted(name))
                        .problem())
                .isEqualTo("template-unavailable");
        silently(() -> meta.decides(paused, "PAUSED"));

        var sent = posts("{'kind':'template','name':'%s','language':'en','values':{'1':'Ana'}}".formatted(name));

        becomes(sent, "FAILED");
        assertThat(stored(sent).at("/errors/0/code").asInt()).isEqualTo(132015);
        eventually(() -> meta.find(name, "en", "PAUSED"));
        var refused = posts("{'kind':'template','name':'%s','language':'en','values':{'1':'Ana'}}".formatted(name));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("template-unavailable");
        assertThat(refused.body().path("why").asText()).isEqualTo("not-approved");
        assertThat(refused.body().path("status").asText()).isEqualTo("PAUSED");
        customer.noFaults();
        becomes(sends(name, "'1':'Ana'"), "DELIVERED");

        meta.decides(paused, "APPROVED");
        meta.known(name, "en", "APPROVED");
        var again =
                agent.post("bruno", messages() + "/" + sent.body().path("id").asText() + "/again", null);
        assertThat(again.status()).as(again.toString()).isEqualTo(202);
        becomes(again, "DELIVERED");
        assertThat(again.body().path("text").asText()).isEqualTo("Olá Ana, podemos continuar aqui?");
    }

    /** It asks for other values now, and we have not heard of it yet. */
    @Test
    void thatWasEditedAtMetaFailsOnceAndIsThenKnownAsItIs() {
        givenAConversation();
        var name = meta.newName();
        var id = meta.approved(name, "pt_BR", "UTILITY", HELLO);
        silently(() -> meta.edits(id, TWO_VALUES));

        var sent = sends(name, "'1':'Ana'");

        becomes(sent, "FAILED");
        assertThat(stored(sent).at("/errors/0/code").asInt()).isEqualTo(132000);
        eventually(() -> sends(name, "'1':'Ana'").body().path("field").asText().equals("values.2"));
        customer.noFaults();
        becomes(sends(name, "'1':'Ana','2':'Sul'"), "DELIVERED");
        assertThat(agent.post("bruno", messages() + "/" + sent.body().path("id").asText() + "/again", null)
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("values.2");
    }

    /** Between queue and departure: an earlier message is still on its way. */
    @Test
    void isLookedAtOnceMoreWhenItDeparts() {
        givenAConversation();
        var paused = meta.newName();
        var changed = meta.newName();
        var reworded = meta.newName();
        var idOfPaused = meta.approved(paused, "pt_BR", "UTILITY", HELLO);
        var idOfChanged = meta.approved(changed, "pt_BR", "UTILITY", HELLO);
        var idOfReworded = meta.approved(reworded, "pt_BR", "UTILITY", HELLO);
        givenAMessageThatTakesItsTime();
        var ofPaused = sends(paused, "'1':'Ana'");
        var ofChanged = sends(changed, "'1':'Ana'");
        var ofReworded = sends(reworded, "'1':'Ana'");
        whatWaitsGoes("now() + interval '1 hour'");

        meta.decides(idOfPaused, "PAUSED");
        meta.edits(idOfChanged, TWO_VALUES);
        meta.edits(idOfReworded, HELLO.replace("Olá", "Oi"));
        eventually(() -> meta.find(paused, "pt_BR", "PAUSED"));
        eventually(() -> usable(changed).path("body").asText().contains("{{2}}"));
        eventually(() -> usable(reworded).path("body").asText().startsWith("Oi"));
        whatWaitsGoes("now()");

        becomes(ofPaused, "FAILED");
        becomes(ofChanged, "FAILED");
        becomes(ofReworded, "DELIVERED");

        assertThat(stored(ofPaused).at("/errors/0/title").asText()).isEqualTo("The template is not approved now");
        assertThat(stored(ofChanged).at("/errors/0/title").asText())
                .isEqualTo("The template has changed and the values no longer fit");
        assertThat(stored(ofReworded).path("text").asText()).isEqualTo("Oi Ana, podemos continuar aqui?");
    }

    /** Accepted at first, and failed later: Meta had looked at a new template. */
    @Test
    void thatFailsLateIsComparedToo() {
        givenAConversation();
        var name = given(HELLO);
        var before = syncedAt();
        customer.fault(phone, "status-failed", 132015, 1);

        var sent = sends(name, "'1':'Ana'");

        becomes(sent, "FAILED");
        eventually(() -> !syncedAt().equals(before));
        eventually(() -> sends(name, "'1':'Ana'").status() == 202);
    }

    private String syncedAt() {
        return StreamSupport.stream(
                        agent.get("marta", "/api/v1/templates/sync").body().spliterator(), false)
                .filter(sync -> sync.path("account").asText().equals(ACCOUNT))
                .map(sync -> sync.path("syncedAt").asText())
                .findFirst()
                .orElseThrow();
    }

    private void givenAMessageThatTakesItsTime() {
        customer.fault(
                json.createObjectNode().put("kind", "slow").put("phone", phone).put("delay", "PT20S"));
        agent.writes("bruno", conversation, "um momento");
        eventually(() -> jdbc.sql("select state from conversation.outgoing where conversation = ?::uuid")
                .param(conversation)
                .query(String.class)
                .single()
                .equals("SENDING"));
    }

    private void whatWaitsGoes(String when) {
        jdbc.sql("update conversation.outgoing set not_before = " + when
                        + " where conversation = ?::uuid and state = 'QUEUED'")
                .param(conversation)
                .update();
    }

    private JsonNode usable(String name) {
        var template = meta.find(name, "pt_BR", "APPROVED");
        return template.path("usable").asBoolean() ? template : json.createObjectNode();
    }

    /** Meta does not tell us. */
    private void silently(Runnable act) {
        customer.fault(json.createObjectNode().put("kind", "webhook-down"));
        act.run();
    }

    private String uploads(String filename, String type, byte[] bytes) {
        return agent.uploads("bruno", Multipart.of(filename, type, bytes))
                .body()
                .path("id")
                .asText();
    }

    private Agent.Answer sends(String name, String values) {
        return posts("{'kind':'template','name':'%s','language':'pt_BR','values':{%s}}".formatted(name, values));
    }

    private Agent.Answer sends(String name, String values, String media) {
        return posts("{'kind':'template','name':'%s','language':'pt_BR','values':{%s},'media':'%s'}"
                .formatted(name, values, media));
    }

    private Agent.Answer posts(String body) {
        try {
            return agent.post("bruno", messages(), json.readTree(body.replace('\'', '"')), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String messages() {
        return "/api/v1/conversations/" + conversation + "/messages";
    }

    private JsonNode stored(Agent.Answer sent) {
        return agent.message(conversation, sent.body().path("id").asText());
    }

    private void becomes(Agent.Answer sent, String status) {
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        eventually(() -> stored(sent).path("status").asText().equals(status));
    }

    private JsonNode onPhone() {
        var seen = customer.sees(phone);
        return seen.get(seen.size() - 1);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
