package app.novelo.conversation;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.Processes;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.engine.Var;
import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a sending task of a designer's process says, with settings written out or held by variables. */
@RunningNovelo
class TaskMessagesTest {

    private static final byte[] PRICES = "%PDF-1.4 preços".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    Processes processes;

    @Autowired
    Turns turns;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Value("${local.server.port}")
    int port;

    @BeforeEach
    void aDesignerHasDeployedAProcessThatSends() throws IOException {
        text("say.words", "Olá, {{customer.firstName}}");
        text("say.short", "Terça");
        text("say.long", "Quarta-feira de manhã");
        text("say.novel", "Quinta-feira, logo depois do almoço");
        text("say.open", "Abrir o pedido");
        var file = Files.readString(Path.of("src/test/resources/app/novelo/conversation/sending.bpmn"));
        var answer = Visitor.withPassword(port, "davi", "people-of-tests")
                .deploy("/engine-rest/deployment/create", Map.of("sending.bpmn", file));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void text(String key, String body) {
        jdbc.sql("insert into conversation.text_entry (key, language, body) values (?, 'pt', ?) on conflict do nothing")
                .param(key)
                .param(body)
                .update();
    }

    @Test
    void shortAnswersAreButtons() {
        var interactive = said(says("choices", "a = say.short; b = say.short2", "say.short2", "Sexta"))
                .path("interactive");

        assertThat(interactive.path("type").asText()).isEqualTo("button");
        assertThat(interactive.at("/action/buttons/1/reply/id").asText()).isEqualTo("b");
        assertThat(interactive.at("/action/buttons/1/reply/title").asText()).isEqualTo("Sexta");
    }

    @Test
    void anAnswerThatIsTooLongForAButtonMakesItAList() {
        var interactive = said(says("choices", "a = say.short\nb = say.long")).path("interactive");

        assertThat(interactive.path("type").asText()).isEqualTo("list");
        assertThat(interactive.at("/action/button").asText()).isEqualTo("Escolher");
        assertThat(interactive.at("/action/sections/0/rows/1/title").asText()).isEqualTo("Quarta-feira de manhã");
    }

    @Test
    void anAnswerThatIsTooLongForAListIsAnIncidentThatNamesIt() {
        assertThat(incidentOf(says("choices", "a = say.short\nb = say.novel"))).contains("24");
    }

    @Test
    void aLinkIsAButtonThatOpensIt() {
        var interactive = said(says("link", "https://example.com/pedido/1", "linkTextKey", "say.open"))
                .path("interactive");

        assertThat(interactive.path("type").asText()).isEqualTo("cta_url");
        assertThat(interactive.at("/action/parameters/display_text").asText()).isEqualTo("Abrir o pedido");
    }

    @Test
    void asksWhereTheCustomerIs() {
        assertThat(said(says("form", "location")).at("/interactive/type").asText())
                .isEqualTo("location_request_message");
    }

    @Test
    void sendsAKeptFileAndTheNewestOfItsName() {
        keep("davi", "old.pdf", "old".getBytes(StandardCharsets.UTF_8), "text/plain", "price-list");
        keep("davi", "precos.pdf", PRICES, "application/pdf", "price-list");

        var document = said(says("file", "price-list")).path("document");

        assertThat(document.path("filename").asText()).isEqualTo("precos.pdf");
        assertThat(document.path("caption").asText()).startsWith("Olá");
        assertThat(customer.opens(document.path("id").asText())).isEqualTo(PRICES);
        assertThat(agent.get("bruno", "/api/v1/media/kept").body().path("items").isMissingNode())
                .isTrue();
        assertThat(agent.get("bruno", "/api/v1/media/kept").body().toString()).contains("price-list");
    }

    @Test
    void aFileStandsAboveAnswersAndLinks() {
        keep("davi", "manual.pdf", PRICES, "application/pdf", "manual");

        var asked = said(says("choices", "a = say.short", "file", "manual")).path("interactive");
        var linked = said(says("link", "https://example.com/pedido/1", "linkTextKey", "say.open", "file", "manual"))
                .path("interactive");

        assertThat(asked.path("type").asText()).isEqualTo("button");
        assertThat(asked.at("/header/document/filename").asText()).isEqualTo("manual.pdf");
        assertThat(asked.at("/body/text").asText()).startsWith("Olá");
        assertThat(linked.path("type").asText()).isEqualTo("cta_url");
        assertThat(customer.opens(linked.at("/header/document/id").asText())).isEqualTo(PRICES);
    }

    @Test
    void noFileStandsAboveAList() {
        keep("davi", "manual.pdf", PRICES, "application/pdf", "manual");

        assertThat(incidentOf(says("choices", "a = say.short\nb = say.long", "file", "manual")))
                .contains("list");
    }

    @Test
    void agentsDoNotKeepFiles() {
        var upload = agent.uploads("bruno", Multipart.of("a.pdf", "application/pdf", PRICES))
                .body()
                .path("id")
                .asText();

        assertThat(agent.post("bruno", "/api/v1/media/" + upload + "/keep", Map.of("name", "mine"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("davi", "/api/v1/media/" + upload + "/keep", Map.of("name", "mine"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("davi", "/api/v1/media/" + upload + "/keep", Map.of("name", "../x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void neverSendsAFileOfAnotherConversation() {
        var other = customer.newPhone();
        customer.sendsFile(other, "document", "segredo.pdf", "application/pdf", PRICES);
        cases.ticketOf(other);
        var media = eventually(() -> agent.messages(cases.conversationOf(other)).stream()
                .filter(message -> message.at("/media/state").asText().equals("READY"))
                .findFirst()
                .orElseThrow()
                .at("/media/id")
                .asText());

        assertThat(incidentOf(says("media", media))).contains("no file");
    }

    @Test
    void anUnknownNameOfAFileIsAnIncident() {
        assertThat(incidentOf(says("file", "nobody-keeps-this"))).contains("nobody-keeps-this");
    }

    /** @return phone and ticket of a customer to whom a process says that */
    private Told says(String setting, String value, String... more) {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        var ticket = cases.ticketOf(phone);
        eventually(() -> customer.received(phone).size() == 1);
        var conversation = cases.conversationOf(phone);
        var variables = new ArrayList<Var.Value>();
        variables.add(Var.text("conversationId").of(conversation));
        variables.add(Var.text("textKey").of("say.words"));
        variables.add(Var.text(setting).of(value));
        for (int i = 0; i < more.length; i += 2) {
            if (more[i].contains(".")) {
                text(more[i], more[i + 1]);
            } else {
                variables.add(Var.text(more[i]).of(more[i + 1]));
            }
        }
        turns.inTurn(
                Turn.ofConversation(conversation),
                () -> processes.startByKey("sending", ticket, variables.toArray(Var.Value[]::new)));
        return new Told(phone, ticket);
    }

    private record Told(String phone, String ticket) {}

    /** @return the message object that reached the phone */
    private JsonNode said(Told told) {
        eventually(() -> cases.hasEnded(told.ticket, "sending"));
        var all = customer.sees(told.phone);
        return all.get(all.size() - 1).path("message");
    }

    private String incidentOf(Told told) {
        var instance = cases.instanceOf(told.ticket, "sending").getId();
        return eventually(() -> runtime.createIncidentQuery()
                .processInstanceId(instance)
                .singleResult()
                .getIncidentMessage());
    }

    private void keep(String user, String filename, byte[] bytes, String type, String name) {
        var upload = agent.uploads(user, Multipart.of(filename, type, bytes));
        assertThat(upload.status()).as(upload.toString()).isEqualTo(201);
        var kept =
                agent.post(user, "/api/v1/media/" + upload.body().path("id").asText() + "/keep", Map.of("name", name));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
    }
}
