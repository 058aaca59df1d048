package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Meta;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
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
