package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A channel that has stopped is told loudly to everybody, one that may stop before long quietly to managers. */
@Tag("browser")
@RunningNovelo
class LineStandingWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    ObjectMapper json;

    private String account = "";
    private String number = "";
    private String line = "";

    @BeforeEach
    void aLineOfItsOwn() {
        account = customer.post("/sandbox/accounts", object()).path("id").asText();
        number = customer.post("/sandbox/lines", object().put("account", account))
                .path("id")
                .asText();
        var wish = Map.of(
                "providerId",
                number,
                "account",
                account,
                "display",
                "+55 11 4777-1000",
                "name",
                "Vendas " + number.substring(11),
                "manager",
                "marta");
        line = agent.post("marta", "/api/v1/lines", wish).body().path("id").asText();
        var token = customer.post("/sandbox/accounts/" + account + "/tokens", object())
                .path("value")
                .asText();
        agent.put("marta", "/api/v1/accounts/" + account + "/token", Map.of("token", token));
        agent.post("marta", "/api/v1/lines/" + line + "/subscribe", null);
    }

    @AfterEach
    void itSendsNoMore() {
        agent.post("marta", "/api/v1/lines/" + line + "/resume", null);
        agent.patch("marta", "/api/v1/lines/" + line, Map.of("active", false));
    }

    @Test
    void aBannedAccountIsSeenByEverybodyUntilAManagerLetsItGoOn() {
        var marta = at("marta");
        var bruno = at("bruno");

        customer.post("/sandbox/accounts/" + account + "/ban", object().put("state", "DISABLE"));

        assertThat(loud(marta)).containsText("A linha Vendas " + number.substring(11) + " do WhatsApp parou");
        assertThat(loud(marta)).containsText("A Meta baniu a conta comercial.");
        assertThat(loud(bruno)).containsText("O que você escrever espera e sai depois.");
        assertThat(loud(bruno)).containsText("Responsável: Marta");
        assertThat(loud(bruno).locator("button")).hasCount(0);
        picture(marta.page(), "54-banned");
        picture(bruno.page(), "54-banned-agent");

        loud(marta).getByText("Retomar").click();

        assertThat(loud(marta)).hasCount(0);
        assertThat(loud(bruno)).hasCount(0);
    }

    @Test
    void whatMayStopALineIsToldToManagersAlone() {
        var marta = at("marta");
        var bruno = at("bruno");

        agent.put("marta", "/sandbox/lines/" + number, object().put("quality", "RED"));

        eventually(() -> agent.get("bruno", "/api/v1/lines/" + line)
                .body()
                .path("quality")
                .asText()
                .equals("RED"));
        marta.page().locator("novelo-lines summary").click();
        var hint = marta.page()
                .locator("novelo-lines details li", new LocatorOptions().setHasText("Vendas " + number.substring(11)));
        assertThat(hint).containsText("Qualidade baixa");
        assertThat(bruno.page().locator("novelo-lines details")).hasCount(0);
        picture(marta.page(), "55-hints");
    }

    private Locator loud(TasklistWindow window) {
        return window.page()
                .locator(
                        "novelo-lines .strip:not(.quiet)",
                        new LocatorOptions().setHasText("Vendas " + number.substring(11)));
    }

    private ObjectNode object() {
        return json.createObjectNode();
    }

    private TasklistWindow at(String user) {
        return TasklistWindow.of(browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, user, "people-of-tests");
    }
}
