package app.novelo.walks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.PhoneWindow;
import app.novelo.support.RunningNovelo;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a customer meets on the sandbox's phone besides the smooth way. */
@Tag("browser")
@RunningNovelo
class PhoneWalkTest {

    private static final String MESSAGES = "**/sandbox/phones/*/messages";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void speaksTheBrowsersLanguageUntilAnotherIsChosen() {
        var phone = at("es-AR").page();
        assertThat(phone.locator("html")).hasAttribute("lang", "es");
        assertThat(phone.locator("#text")).hasAttribute("placeholder", "Mensaje");

        phone.locator("#language").selectOption("pt-BR");
        phone.reload();
        assertThat(phone.locator("#text")).hasAttribute("placeholder", "Mensagem");

        assertThat(at("de-DE").page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void saysWhatIsWrongInTheReadersLanguage() {
        var page = at("pt-BR").page();
        page.locator("#add-toggle").click();
        page.locator("#add input[name=name]").fill("Zé");
        page.locator("#add input[name=number]").fill("abc");
        page.locator("#add button[type=submit]").click();

        assertThat(page.locator("#add .error")).hasText("Um número tem de 6 a 15 dígitos, com o código do país.");
    }

    @Test
    void aMessageIsShownOnceAlsoWhenTheServersCopyComesBeforeItsAnswer() {
        var phone = at("pt-BR").as("Rita", "+5511955550201");
        phone.page().route(MESSAGES, PhoneWalkTest::answerLate);
        phone.page()
                .evaluate(
                        """
                () => {
                  window.most = 0;
                  const count = () => { window.most = Math.max(window.most, document.querySelectorAll('#chat .msg.in').length); };
                  new MutationObserver(count).observe(document.querySelector('#chat'), { childList: true, subtree: true });
                }""");

        phone.write("uma só vez");
        assertThat(phone.chat().locator(".msg.in .tick.delivered")).isVisible();
        phone.page().waitForTimeout(2_500);

        assertThat(phone.page().evaluate("() => window.most")).isEqualTo(1);
    }

    /** The page hears of its message on the stream before this answer. */
    private static void answerLate(Route route) {
        if (route.request().method().equals("POST")) {
            var answer = route.fetch();
            route.request().frame().page().waitForTimeout(2_000);
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        } else {
            route.resume();
        }
    }

    @Test
    void whatCouldNotBeSentComesBackIntoTheField() {
        var phone = at("pt-BR").as("Rute", "+5511955550202");
        phone.page().route(MESSAGES, route -> route.abort());

        phone.write("não perca este texto");

        assertThat(phone.page().locator("#toast")).hasText("O servidor não responde.");
        assertThat(phone.page().locator("#text")).hasValue("não perca este texto");
        phone.page().unroute(MESSAGES);
        phone.page().locator("#text").press("Enter");
        assertThat(bubble(phone.page(), "não perca este texto")).hasCount(1);
        assertThat(phone.page().locator("#text")).isEmpty();
    }

    @Test
    void aNewPhoneIsInSightInALongList() {
        var phone = at("pt-BR");
        for (int i = 0; i < 6; i++) {
            phone.as("Pessoa " + i, "+551195555030" + i);
        }

        assertThat(phone.page().locator("#phones [aria-current=true]")).containsText("Pessoa 5");
        assertThat(phone.page().locator("#phones [aria-current=true]")).isInViewport();
    }

    @Test
    void aNameInMathematicalLettersHasWholeInitials() {
        var phone = at("pt-BR").as("𝓜𝓪𝓻𝓲𝓪 𝓢𝓸𝓾𝔃𝓪", "+5511955550203");

        assertThat(phone.page().locator("#me")).hasText("𝓜𝓢");
    }

    private com.microsoft.playwright.Locator bubble(Page page, String words) {
        return page.locator("#chat .msg.in").filter(new FilterOptions().setHasText(words));
    }

    private PhoneWindow at(String language) {
        return PhoneWindow.of(browser.open(1280, 900, language), "http://localhost:" + port);
    }
}
