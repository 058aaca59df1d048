package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.Customer;
import app.novelo.support.OwnLine;
import app.novelo.support.RunningNovelo;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager gives a line words of its own, and takes them back. */
@Tag("browser")
@RunningNovelo
class ChannelTextsWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Agent agent;

    @Autowired
    Customer customer;

    private OwnLine own;

    /** Nobody writes to it: what other tests read stays as it is. */
    @BeforeEach
    void aLineOfItsOwn() {
        own = new OwnLine(customer, agent).known(Map.of("name", "Vendas"));
    }

    @AfterEach
    void putsItAway() {
        agent.delete("marta", "/api/v1/texts/intake.greeting/pt?line=" + own.line());
        own.retire();
    }

    @Test
    void aLineGetsWordsOfItsOwnAndLosesThemAgain() {
        var marta = ChannelWindow.of(
                browser.open(1280, 860, "pt-BR"), "http://localhost:" + port, "marta", "people-of-tests");
        marta.go("#texts?language=pt&line=" + own.line());
        assertThat(marta.main().locator("tbody tr")).not().hasCount(0);
        picture(marta.page(), "66-texts");
        marta.link("Saudação a quem só diz oi").click();
        assertThat(marta.main()).containsText("Esta linha usa o texto de todas");

        var text = marta.main().locator("textarea");
        text.fill("Oi! {{nome}}");
        save(marta).click();
        assertThat(marta.main().locator(".wrong").first()).containsText("{{nome}}");
        text.fill("Oi, ");
        marta.press("{{customer.firstName}}");
        text.press("End");
        text.pressSequentially("! <b onclick=\"window.ran=1\">Aqui</b> é a {{company}}.");
        assertThat(marta.main().locator(".bubble"))
                .hasText("Oi, Ana! <b onclick=\"window.ran=1\">Aqui</b> é a Casa Clima.");
        picture(marta.page(), "66-text");
        save(marta).click();

        marta.hears("Salvo.");
        assertThat(stored()).startsWith("Oi, {{customer.firstName}}!");
        marta.press("Usar o texto de todas");
        picture(marta.page(), "66-text-back");
        marta.page().locator("dialog").getByText("Usar o texto de todas").click();
        assertThat(marta.main()).containsText("Esta linha usa o texto de todas");
        assertThat(stored()).isEqualTo(shipped());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsNotSavedIsNotLeftByASlip() {
        var marta = ChannelWindow.of(
                browser.open(1280, 860, "pt-BR"), "http://localhost:" + port, "marta", "people-of-tests");
        marta.go("#texts/intake.greeting/pt?line=" + own.line());
        marta.main().locator("textarea").fill("Outra saudação");

        marta.section("Linhas"); // the browser asks, and the test's window says no

        assertThat(marta.main().locator("textarea")).hasValue("Outra saudação");
        marta.page().onceDialog(question -> question.accept());
        marta.section("Linhas");
        assertThat(marta.title()).hasText("Linhas");
    }

    private String stored() {
        return entry("text");
    }

    private String shipped() {
        return entry("shipped");
    }

    private String entry(String field) {
        var items = agent.get("marta", "/api/v1/texts?language=pt&line=" + own.line())
                .body()
                .path("items");
        for (var item : items) {
            if (item.path("key").asText().equals("intake.greeting")) {
                return item.path(field).asText();
            }
        }
        throw new AssertionError(items);
    }

    private static Locator save(ChannelWindow window) {
        return window.main().locator("button[type=submit]");
    }
}
