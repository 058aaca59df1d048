package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The owner has a phone of his own: what he wrote on it before, and what he writes there now, is in the agent's thread. */
@Tag("browser")
@RunningNovelo
class CoexistenceWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private String phone = "";
    private String shown = "";

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.says(phone, "minha geladeira não gela");
        cases.ticketOf(phone);
        cases.untilNothingIsOnItsWayTo(phone);
    }

    @Test
    void anAgentReadsWhatTheOwnerWroteOnHisPhoneBeforeAndNow() {
        var page = browser.open(1600, 1000, "pt-BR");
        var bruno = TasklistWindow.of(page, "http://localhost:" + port, "bruno", "people-of-tests")
                .open(shown);

        ownerWrites("Oi, sou o dono. Passo aí amanhã às nove.");

        assertThat(bruno.bubble("Passo aí amanhã")).containsText("App WhatsApp Business");
        assertThat(bruno.composer()).containsText("Alguém escreveu no app WhatsApp Business");
        assertThat(bruno.text()).isEnabled();
        picture(page, "60-answered-on-the-phone");

        theAppTellsItsPast();
        eventually(() -> {
            page.reload();
            bruno.open(shown);
            return bruno.bubble("comprei uma geladeira").isVisible();
        });

        assertThat(bruno.thread().locator(".past")).hasCount(2);
        assertThat(bruno.thread().locator(".past").first()).containsText("Importado do WhatsApp");
        assertThat(bruno.bubble("comprei uma geladeira")
                        .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Responder")))
                .hasCount(0);
        bruno.bubble("comprei uma geladeira").scrollIntoViewIfNeeded();
        picture(page, "61-imported-history");
    }

    @Test
    void anAgentReadsAChatThatWasExportedFromThePhone() {
        var chat =
                """
                31/01/2024 10:00 - Ana: Bom dia! Tem geladeira?
                31/01/2024 10:05 - Casa Clima: Temos, veja
                31/01/2024 10:06 - Casa Clima: <Mídia oculta>
                31/01/2024 10:07 - Ana: Mensagem apagada
                01/02/2024 12:30 - Ana: É essa que eu quero
                """;
        var form =
                Multipart.of("Conversa do WhatsApp com Ana.txt", "text/plain", chat.getBytes(StandardCharsets.UTF_8));
        var imports = "/api/v1/imports/";
        var id = agent.uploads("marta", imports + "chats", form)
                .body()
                .path("id")
                .asText();
        isIn("READY", imports + id);
        var line = agent.get("marta", "/api/v1/conversations/" + cases.conversationOf(phone))
                .body()
                .at("/line/id")
                .asText();
        agent.post("marta", imports + id + "/start", Map.of("phone", "+" + phone, "line", line));
        isIn("DONE", imports + id);

        var page = browser.open(1600, 1000, "pt-BR");
        var bruno = TasklistWindow.of(page, "http://localhost:" + port, "bruno", "people-of-tests")
                .open(cases.numbersOf(phone).get(0));

        assertThat(bruno.bubble("Tem geladeira?")).isVisible();
        assertThat(bruno.thread().locator(".past").first()).containsText("Importado do WhatsApp");
        assertThat(bruno.bubble("Um arquivo que não veio junto")).not().containsText("guardado");
        assertThat(bruno.thread().locator(".day").first()).containsText("de 2024");
        assertThat(bruno.head()).containsText("Ana");
        bruno.bubble("Tem geladeira?").scrollIntoViewIfNeeded();
        picture(page, "62-exported-chat");
    }

    private void isIn(String state, String path) {
        eventually(() -> agent.get("marta", path).body().path("state").asText().equals(state));
    }

    private void ownerWrites(String words) {
        var message = json.createObjectNode().put("to", phone).put("type", "text");
        message.putObject("text").put("body", words);
        customer.post("/sandbox/lines/" + Meta.LINE + "/app/messages", message);
    }

    private void theAppTellsItsPast() {
        var history = json.createObjectNode().put("chunk", 2);
        var messages =
                history.putArray("threads").addObject().put("phone", phone).putArray("messages");
        said(messages, "customer", "Bom dia, comprei uma geladeira com vocês", 40);
        said(messages, "business", "Bom dia! Chegou bem?", 40);
        said(messages, "customer", "Chegou sim, obrigada", 39);
        customer.post("/sandbox/lines/" + Meta.LINE + "/app/history", history);
    }

    private void said(ArrayNode messages, String from, String words, int daysAgo) {
        var at = clock.instant().minus(Duration.ofDays(daysAgo)).plusSeconds(messages.size());
        messages.addObject()
                .put("from", from)
                .put("at", at.toString())
                .put("type", "text")
                .putObject("text")
                .put("body", words);
    }
}
