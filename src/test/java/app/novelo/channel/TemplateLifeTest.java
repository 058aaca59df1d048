package app.novelo.channel;

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
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A template from its first draft to its end, at Meta's stand-in, which tells of it by webhooks alone. */
@RunningNovelo
class TemplateLifeTest {

    private static final String HELLO =
            "{'name':'%s','language':'pt_BR','category':'UTILITY','body':'Olá {{nome}}, podemos continuar aqui?','examples':{'nome':'Ana'}}";
    private static final String HELLO_OF_META =
            "[{'type':'BODY','text':'Olá {{1}}, podemos continuar aqui?','example':{'body_text':[['Ana']]}}]";

    @Autowired
    Agent agent;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void isMadeApprovedAndSentAfterTheWindowHasClosed() throws IOException {
        var name = meta.newName();
        var sample = uploads("marta");
        var made = makes(
                """
                {'name':'%s','language':'pt_BR','category':'UTILITY','header':{'type':'IMAGE','media':'%s'},
                 'body':'Olá {{nome}}, este é o aparelho da visita.','footer':'Casa Clima','examples':{'nome':'Ana','button.1':'4711'},
                 'buttons':[{'type':'QUICK_REPLY','text':'É este'},{'type':'URL','text':'Ver','value':'https://example.org/{{1}}'}]}"""
                        .formatted(name, sample));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.body().path("status").asText()).isEqualTo("PENDING");
        var id = made.body().path("id").asText();
        assertThat(agent.get("bruno", "/api/v1/templates/" + id).status()).isEqualTo(404);

        becomes(id, "status", "APPROVED");

        assertThat(agent.get("bruno", "/api/v1/templates/" + id)
                        .body()
                        .at("/variables/1/key")
                        .asText())
                .isEqualTo("button.1");
        assertThat(told(id)).containsExactly("CREATED", "STATUS");
        var phone = customer.newPhone();
        var conversation = givenAConversation(phone);
        cases.aDayPassesFor(conversation);
        var sent = agent.post(
                "bruno",
                "/api/v1/conversations/" + conversation + "/messages",
                read(
                        "{'kind':'template','name':'%s','language':'pt_BR','values':{'nome':'Ana','button.1':'1'},'media':'%s'}"
                                .formatted(name, uploads("bruno"))));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        eventually(() ->
                onPhone(phone).at("/message/rendered/body").asText().equals("Olá Ana, este é o aparelho da visita."));
        assertThat(onPhone(phone).at("/message/rendered/header/type").asText()).isEqualTo("image");
    }

    @Test
    void isRejectedWithTheReasonChangedAndLookedAtAnew() {
        var name = meta.newName() + "_reject_promotional";
        var id = makes(HELLO.formatted(name)).body().path("id").asText();

        becomes(id, "status", "REJECTED");
        assertThat(one(id).path("rejectedReason").asText()).isEqualTo("PROMOTIONAL");

        var changed = agent.put(
                "marta",
                "/api/v1/templates/" + id,
                read("{'body':'Olá {{nome}}, ainda podemos ajudar hoje?','examples':{'nome':'Ana'}}"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        becomes(id, "body", "Olá {{nome}}, ainda podemos ajudar hoje?");
        assertThat(told(id)).contains("EDITED", "CONTENT");
        becomes(id, "status", "REJECTED"); // the name asks for it
    }

    @Test
    void isRefusedByUsWithTheFieldAndByMetaInItsWords() {
        assertThat(makes(HELLO.formatted(meta.newName()).replace("aqui?", "{{2}}"))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("body");

        var refused = makes(HELLO.formatted(meta.newName()).replace("pt_BR", "xx"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("template-refused");
        assertThat(refused.body().path("code").asInt()).isEqualTo(100);
        assertThat(refused.body().path("detail").asText()).contains("language");
        assertThat(agent.post("bruno", "/api/v1/templates", read(HELLO.formatted(meta.newName())))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isPausedWhenPeopleComplain() {
        var name = meta.newName();
        var metas = meta.approved(name, "pt_BR", "UTILITY", HELLO_OF_META);
        var id = meta.find(name, "pt_BR", "APPROVED").path("id").asText();
        assertThat(agent.get("bruno", "/api/v1/templates/" + id).status()).isEqualTo(200);

        meta.rates(metas, "RED");

        becomes(id, "status", "PAUSED");
        becomes(id, "quality", "RED");
        assertThat(agent.get("bruno", "/api/v1/templates/" + id).status()).isEqualTo(404);
        assertThat(one(id).at("/history").toString()).contains("FIRST_PAUSE");
        meta.decides(metas, "APPROVED");
        becomes(id, "status", "APPROVED");
    }

    @Test
    void isPutIntoAnotherCategoryWithNotice() {
        var name = meta.newName();
        var metas = meta.approved(name, "pt_BR", "UTILITY", HELLO_OF_META);
        var id = meta.find(name, "pt_BR", "APPROVED").path("id").asText();

        meta.categorises(
                metas, json.createObjectNode().put("category", "MARKETING").put("after", "P9D"));
        becomes(id, "correctCategory", "MARKETING");
        assertThat(one(id).path("category").asText()).isEqualTo("UTILITY");
        meta.categorises(metas, json.createObjectNode().put("category", "MARKETING"));

        becomes(id, "category", "MARKETING");
        assertThat(one(id).path("correctCategory").isNull()).isTrue();
        assertThat(told(id)).contains("CATEGORY_NOTICE", "CATEGORY");
    }

    /** Made, changed and deleted in Meta's own tools: we hear of it by webhooks, and pull what they do not hold. */
    @Test
    void isFollowedWhereverItIsMade() {
        var name = meta.newName();
        var metas = meta.makes(name, "pt_BR", "UTILITY", HELLO_OF_META);
        var id = eventually(() -> meta.find(name, "pt_BR", "APPROVED"))
                .path("id")
                .asText();

        meta.edits(metas, HELLO_OF_META.replace("continuar", "falar"));
        becomes(id, "body", "Olá {{1}}, podemos falar aqui?");
        eventually(() -> one(id).path("usable").asBoolean());
        assertThat(told(id)).contains("CONTENT");

        meta.deletes(metas);
        becomes(id, "status", "DELETED");
    }

    @Test
    void isDeletedAndItsNameRests() {
        var name = meta.newName();
        meta.approved(name, "pt_BR", "UTILITY", HELLO_OF_META);
        var id = meta.find(name, "pt_BR", "APPROVED").path("id").asText();
        assertThat(agent.delete("bruno", "/api/v1/templates/" + id).status()).isEqualTo(404);

        assertThat(agent.delete("marta", "/api/v1/templates/" + id).status()).isEqualTo(204);

        assertThat(one(id).path("status").asText()).isEqualTo("DELETED");
        assertThat(one(id).at("/history/0/by").asText()).isEqualTo("marta");
        assertThat(meta.find(name, "pt_BR", "APPROVED")).isNull();
        assertThat(makes(HELLO.formatted(name)).body().path("field").asText()).isEqualTo("name");
        assertThat(agent.delete("marta", "/api/v1/templates/" + id).status()).isEqualTo(404);
        assertThat(agent.delete("marta", "/api/v1/templates/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isPreviewed() {
        var name = meta.newName();
        meta.approved(name, "pt_BR", "UTILITY", HELLO_OF_META);
        var id = meta.find(name, "pt_BR", "APPROVED").path("id").asText();

        var preview = agent.post("bruno", "/api/v1/templates/" + id + "/preview", read("{'values':{'1':'Ana'}}"));

        assertThat(preview.body().path("text").asText()).isEqualTo("Olá Ana, podemos continuar aqui?");
        assertThat(agent.post("bruno", "/api/v1/templates/" + id + "/preview", read("{}"))
                        .body()
                        .path("text")
                        .asText())
                .isEqualTo("Olá {{1}}, podemos continuar aqui?");
    }

    private Agent.Answer makes(String wish) {
        return agent.post("marta", "/api/v1/templates", read(wish));
    }

    private JsonNode one(String id) {
        return agent.get("marta", "/api/v1/templates/" + id).body();
    }

    private void becomes(String id, String field, String value) {
        eventually(() -> one(id).path(field).asText().equals(value));
    }

    /** @return what the events tell of it, in their order */
    private List<String> told(String id) {
        return jdbc.sql(
                        "select data ->> 'what' from platform.event where type = 'template.changed' and data ->> 'template' = ? order by id")
                .param(id)
                .query(String.class)
                .list();
    }

    private String givenAConversation(String phone) {
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> cases.taskOf(ticket));
        eventually(() -> customer.received(phone).size() == 1);
        return cases.conversationOf(phone);
    }

    private JsonNode onPhone(String phone) {
        return StreamSupport.stream(customer.sees(phone).spliterator(), false)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private String uploads(String user) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return agent.uploads(user, Multipart.of("foto.png", "image/png", bytes.toByteArray()))
                .body()
                .path("id")
                .asText();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
