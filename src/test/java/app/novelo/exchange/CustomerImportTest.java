package app.novelo.exchange;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Customer;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of customers, from a spreadsheet into the company. */
@RunningNovelo
class CustomerImportTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isLookedAtBeforeAnythingIsDone() {
        var phone = customer.newPhone();
        var known = customer.newPhone();
        agent.post("marta", "/api/v1/customers", Map.of("name", "Bia", "phone", "+" + known));

        var looked = looked(
                """
                Nome;DDD;Telefone;Responsável;Aceita marketing;Cidade
                João Ação;%s;%s;ana;sim;São Paulo
                Bia;;+%s;;;
                João de novo;;%s;;;
                Ninguém;;123;;;
                Ninguém;;;;;
                Ninguém;;%s;zeca;;
                Ninguém;;%s;;talvez;
                """
                        .formatted(area(phone), local(phone), known, phone, phone, phone),
                WINDOWS);

        var preview = looked.path("preview");
        assertThat(preview.path("encoding").asText()).isEqualTo("windows-1252");
        assertThat(preview.path("separator").asText()).isEqualTo(";");
        assertThat(preview.path("columns").findValuesAsText("field"))
                .containsExactly("name", "area", "phone", "owner", "marketing", "null");
        assertThat(preview.at("/columns/5/further").asBoolean()).isTrue();
        assertThat(preview.path("rows").asInt()).isEqualTo(7);
        assertThat(preview.path("bad").asInt()).isEqualTo(4);
        assertThat(preview.path("doubles").asInt()).isEqualTo(1);
        assertThat(preview.path("known").asInt()).isEqualTo(1);
        assertThat(preview.path("withoutSource").asInt()).isEqualTo(1);
        assertThat(preview.at("/samples/0/name").asText()).isEqualTo("João Ação");
        assertThat(preview.at("/samples/0/phone").asText()).isEqualTo("+" + phone);
        assertThat(preview.path("firstBad"))
                .map(JsonNode::toString)
                .containsExactly(
                        "{\"line\":5,\"field\":\"phone\",\"problem\":\"no-number\"}",
                        "{\"line\":6,\"field\":\"phone\",\"problem\":\"missing\"}",
                        "{\"line\":7,\"field\":\"owner\",\"problem\":\"no-user\"}",
                        "{\"line\":8,\"field\":\"marketing\",\"problem\":\"no-yes-or-no\"}");
        assertThat(of(phone)).isEmpty();
    }

    @Test
    void takesEachOnceAndTellsWhatItHasLeft() {
        var one = customer.newPhone();
        var other = customer.newPhone();
        var list =
                """
                telefone,nome,idioma,segmento,marketing,origem do consentimento,data do consentimento,Contrato,Pedido,Segredo
                %s,"Souza, Ana",Português,ouro,sim,Feira 2024,31/12/2024,gold,4711,x
                %s,Bia,,,não,,,,,
                %s,Bia de novo,,,,,,,,
                12,=1+1,,,,,,,,
                """
                        .formatted(one, other, other);

        var id = looked(list, StandardCharsets.UTF_8).path("id").asText();
        started(id, Map.of("fields", List.of("Pedido")));
        var ended = ended(id);

        assertThat(ended.path("report").properties())
                .extracting(entry -> entry.getKey() + " " + entry.getValue())
                .containsExactlyInAnyOrder(
                        "rows 4", "created 2", "filled 0", "known 1", "bad 1", "consents 2", "consentsKept 0");
        var ana = of(one).get(0);
        assertThat(ana.path("name").asText()).isEqualTo("Souza, Ana");
        assertThat(ana.path("language").asText()).isEqualTo("pt");
        assertThat(ana.path("segment").asText()).isEqualTo("ouro");
        assertThat(ana.path("contract").asText()).isEqualTo("gold");
        assertThat(ana.path("fields").toString()).isEqualTo("{\"Pedido\":\"4711\"}");
        var consent = ledger(one).get(0);
        assertThat(consent.path("purpose").asText()).isEqualTo("MARKETING");
        assertThat(consent.path("state").asText()).isEqualTo("GRANTED");
        assertThat(consent.path("source").asText()).isEqualTo("IMPORT");
        assertThat(consent.path("proof").asText()).isEqualTo("Feira 2024 (clientes.csv, row 1)");
        assertThat(consent.path("at").asText()).isEqualTo("2024-12-31T03:00:00Z");
        assertThat(consent.path("by").toString()).contains("marta");
        assertThat(ledger(other).get(0).path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(errors(id, "pt"))
                .isEqualTo(
                        "\uFEFF\"linha\",\"campo\",\"motivo\",\"telefone\",\"nome\",\"idioma\",\"segmento\","
                                + "\"marketing\",\"origem do consentimento\",\"data do consentimento\",\"Contrato\",\"Pedido\",\"Segredo\"\r\n"
                                + "\"5\",\"phone\",\"Não é um número de telefone\",\"12\",\"'=1+1\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n");
        assertThat(eventsOf(one)).as("nobody looks at whom nobody knows").isZero();
    }

    @Test
    void isTakenASecondTimeForNothing() {
        var phone = customer.newPhone();
        var list = "telefone;nome;marketing;fonte do consentimento;data do consentimento\n" + phone
                + ";Ana;sim;feira;2024-01-01\n";
        for (var expected : List.of("CREATED", "KNOWN")) {
            var id = looked(list, StandardCharsets.UTF_8).path("id").asText();
            started(id, Map.of());
            assertThat(ended(id).at("/report/created").asInt()).isEqualTo(expected.equals("CREATED") ? 1 : 0);
        }

        assertThat(of(phone)).hasSize(1);
        assertThat(ledger(phone)).hasSize(1);
    }

    @Test
    void startsOnce() {
        var id = looked("telefone\n" + customer.newPhone(), StandardCharsets.UTF_8)
                .path("id")
                .asText();
        started(id, Map.of());

        assertThat(agent.post("marta", IMPORTS + "/" + id + "/start", Map.of()).problem())
                .isEqualTo("not-startable");
        ended(id);
        assertThat(agent.post("marta", IMPORTS + "/" + id + "/start", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void needsASourceOfWhateverItSaysThatPeopleAllow() {
        var list = "telefone;marketing\n" + customer.newPhone() + ";sim\n";
        var id = looked(list, StandardCharsets.UTF_8).path("id").asText();
        var path = IMPORTS + "/" + id + "/start";

        assertThat(agent.post("marta", path, Map.of()).body().path("field").asText())
                .isEqualTo("consent.source");
        assertThat(agent.post("marta", path, Map.of("consent", Map.of("source", " ")))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("consent.source");
        assertThat(agent.post("marta", path, Map.of("consent", Map.of("source", "Cupom da loja")))
                        .status())
                .isEqualTo(202);
        assertThat(ended(id).at("/report/consents").asInt()).isEqualTo(1);
    }

    @Test
    void givesNobodyAnAdvertisementWhoHasSaidNoHere() {
        var phone = customer.newPhone();
        var path = "/api/v1/customers/"
                + agent.post("marta", "/api/v1/customers", Map.of("name", "Ana", "phone", "+" + phone))
                        .body()
                        .path("id")
                        .asText()
                + "/consents";
        agent.post("marta", path, Map.of("purpose", "MARKETING", "state", "WITHDRAWN"));

        var id = looked("telefone\n" + phone, StandardCharsets.UTF_8).path("id").asText();
        started(id, Map.of("consent", Map.of("purposes", List.of("MARKETING"), "source", "lista antiga")));

        assertThat(ended(id).at("/report/consentsKept").asInt()).isEqualTo(1);
        assertThat(ledger(phone)).hasSize(1);
    }

    @Test
    void fillsOnlyWhatWasNotKnown() {
        var phone = customer.newPhone();
        agent.post("marta", "/api/v1/customers", Map.of("name", "Ana", "phone", "+" + phone, "segment", "prata"));
        var list = "telefone;nome;segmento;idioma;contract;Pedido\n" + phone + ";Outra;ouro;pt;gold;1\n";

        for (var duplicates : List.of("skip", "fill")) {
            var id = looked(list, StandardCharsets.UTF_8).path("id").asText();
            started(id, Map.of("duplicates", duplicates, "fields", List.of("Pedido")));
            assertThat(ended(id)
                            .path("report")
                            .path(duplicates.equals("skip") ? "known" : "filled")
                            .asInt())
                    .isEqualTo(1);
        }

        var ana = of(phone).get(0);
        assertThat(ana.path("name").asText()).isEqualTo("Ana");
        assertThat(ana.path("segment").asText()).isEqualTo("prata");
        assertThat(ana.path("language").asText()).isEqualTo("pt");
        assertThat(ana.path("contract").asText()).isEqualTo("gold");
        assertThat(ana.path("fields").toString()).isEqualTo("{\"Pedido\":\"1\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-phone-column|nome;cidade",
                "no-rows|telefone;nome",
                "too-many-columns|telefone"
                        + ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;"
                        + ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;"
                        + ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;"
                        + ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;"
            })
    void isRefusedWithItsReason(String problem, String text) {
        var answer = uploaded(text.getBytes(StandardCharsets.UTF_8));
        var refused = inState(answer.body().path("id").asText(), "REFUSED");

        assertThat(refused.path("problem").asText()).isEqualTo(problem);
        assertThat(refused.path("detail").asText()).isNotEmpty();
    }

    @Test
    void isRefusedIfItIsNoText() {
        var answer = uploaded("telefone\n11987654321".getBytes(StandardCharsets.UTF_16));

        assertThat(inState(answer.body().path("id").asText(), "REFUSED")
                        .path("problem")
                        .asText())
                .isEqualTo("encoding");
        assertThat(uploaded(new byte[0]).body().path("field").asText()).isEqualTo("file");
    }

    @Test
    void isForgottenWithItsFile() {
        var id = looked("telefone\n" + customer.newPhone(), StandardCharsets.UTF_8)
                .path("id")
                .asText();

        assertThat(agent.delete("marta", IMPORTS + "/" + id).status()).isEqualTo(204);

        assertThat(agent.get("marta", IMPORTS + "/" + id).status()).isEqualTo(404);
        assertThat(agent.post("marta", IMPORTS + "/" + id + "/start", Map.of()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "davi", "alice"})
    void isTheBusinessOfManagersAlone(String user) {
        var id = looked("telefone\n" + customer.newPhone(), StandardCharsets.UTF_8)
                .path("id")
                .asText();
        var path = IMPORTS + "/" + id;

        assertThat(agent.uploads(user, IMPORTS + "/customers", form(new byte[] {'x'}))
                        .status())
                .isEqualTo(404);
        assertThat(agent.uploads(user, IMPORTS + "/chats", form(new byte[] {'x'}))
                        .status())
                .isEqualTo(404);
        assertThat(agent.get(user, IMPORTS).status()).isEqualTo(404);
        assertThat(agent.get(user, path).status()).isEqualTo(404);
        assertThat(agent.bytes(user, path + "/errors.csv").statusCode()).isEqualTo(404);
        assertThat(agent.post(user, path + "/start", Map.of()).status()).isEqualTo(404);
        assertThat(agent.delete(user, path).status()).isEqualTo(404);
        assertThat(agent.get("marta", IMPORTS + "?limit=200")
                        .body()
                        .path("items")
                        .findValuesAsText("id"))
                .contains(id);
    }

    private JsonNode looked(String list, Charset charset) {
        var answer = uploaded(list.getBytes(charset));
        assertThat(answer.status()).isEqualTo(201);
        return inState(answer.body().path("id").asText(), "READY");
    }

    private Agent.Answer uploaded(byte[] list) {
        return agent.uploads("marta", IMPORTS + "/customers", form(list));
    }

    private static Multipart form(byte[] list) {
        return Multipart.of("clientes.csv", "text/csv", list);
    }

    private void started(String id, Map<String, ?> choices) {
        assertThat(agent.post("marta", IMPORTS + "/" + id + "/start", choices).status())
                .isEqualTo(202);
    }

    private JsonNode ended(String id) {
        return inState(id, "DONE");
    }

    private JsonNode inState(String id, String state) {
        eventually(() -> agent.get("marta", IMPORTS + "/" + id)
                .body()
                .path("state")
                .asText()
                .equals(state));
        return agent.get("marta", IMPORTS + "/" + id).body();
    }

    private String errors(String id, String language) {
        return new String(
                agent.bytes("marta", IMPORTS + "/" + id + "/errors.csv?language=" + language)
                        .body(),
                StandardCharsets.UTF_8);
    }

    /** @return customers with this number, as the API shows them */
    private List<JsonNode> of(String phone) {
        var found = agent.get("marta", "/api/v1/customers?q=" + phone).body().path("items");
        return StreamSupport.stream(found.spliterator(), false)
                .map(one -> agent.get(
                                "marta", "/api/v1/customers/" + one.path("id").asText())
                        .body())
                .collect(Collectors.toList());
    }

    private JsonNode ledger(String phone) {
        return agent.get(
                        "marta",
                        "/api/v1/customers/" + of(phone).get(0).path("id").asText() + "/consents")
                .body()
                .path("items");
    }

    private int eventsOf(String phone) {
        return jdbc.sql("select count(*) from platform.event where data ->> 'customer' = ?")
                .param(of(phone).get(0).path("id").asText())
                .query(Integer.class)
                .single();
    }

    private static String area(String phone) {
        return "0" + phone.substring(2, 4);
    }

    private static String local(String phone) {
        return phone.substring(4, 9) + "-" + phone.substring(9);
    }
}
