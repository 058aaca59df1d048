package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Multipart;
import app.novelo.support.PhoneWindow;
import app.novelo.support.RunningNovelo;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a customer meets on the sandbox's phone besides the smooth way. */
@Tag("browser")
@RunningNovelo
class PhoneWalkTest {

    /** The smallest picture there is. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final String MESSAGES = "**/sandbox/phones/*/messages*";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Agent agent;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

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

    @Test
    void attachesAPictureWithItsCaption() {
        var phone = at("pt-BR").as("Rita", "+5511955550211");
        phone.page().locator("#file").setInputFiles(new FilePayload("foto.png", "image/png", PIXEL));
        phone.page().locator(".sheet input[name=caption]").fill("O aparelho");
        phone.page().locator(".sheet input[name=caption]").press("Enter");

        assertThat(bubble(phone.page(), "O aparelho").locator("img")).isVisible();
        phone.page().locator(".msg.in .photo").click();
        assertThat(phone.page().locator("#viewer-image")).isVisible();
        phone.page().keyboard().press("Escape");
        assertThat(phone.page().locator("#viewer")).isHidden();
        assertThat(browser.complaints()).isEmpty();
    }

    /** The page had chosen its first phone after the one that was added meanwhile, which then wrote under a wrong name. */
    @Test
    void whoIsAddedWhileThePageStillLoadsIsTheOneWhoWrites() {
        var page = browser.open(1280, 900, "pt-BR");
        page.addInitScript(
                """
                const plain = window.fetch;
                window.fetch = (address, ...more) => plain(address, ...more).then((answer) => String(address).endsWith('/sandbox/phones')
                  ? new Promise((resolve) => setTimeout(() => resolve(answer), 3000)) : answer);""");
        var phone = PhoneWindow.of(page, "http://localhost:" + port).as("Rita", "+5511955550223");

        phone.write("minha geladeira não gela");

        eventually(() -> customer.sees("5511955550223").stream()
                .anyMatch(seen -> seen.path("text").asText().equals("minha geladeira não gela")));
    }

    @Test
    void sendsWhatItCannotShowAsADocument() {
        var phone = at("pt-BR").as("Rita", "+5511955550212");
        phone.page().locator("#file").setInputFiles(new FilePayload("conta.pdf", "application/pdf", PIXEL));
        phone.page().locator(".sheet .primary").click();

        assertThat(bubble(phone.page(), "conta.pdf")).containsText("PDF");
    }

    @ParameterizedTest
    @CsvSource({
        "5511955550221, foto.png, image/png, .photo img, 60-picture-above-buttons",
        "5511955550222, manual.pdf, application/pdf, a.attachment, 60-document-above-buttons"
    })
    void showsWhatStandsAboveButtons(String number, String filename, String type, String place, String name) {
        var phone = at("pt-BR").as("Rita", "+" + number);
        phone.write("minha geladeira não gela");
        cases.ticketOf(number);
        eventually(() -> customer.received(number).size() == 1);
        var bytes = type.equals("image/png") ? PhoneFiles.picture(900, 600) : "%PDF-1.4 a".getBytes(US_ASCII);
        var file = agent.uploads("bruno", Multipart.of(filename, type, bytes))
                .body()
                .path("id")
                .asText();

        agent.post(
                "bruno",
                "/api/v1/conversations/" + cases.conversationOf(number) + "/messages",
                Map.of(
                        "kind",
                        "interactive",
                        "text",
                        "É esta a peça?",
                        "content",
                        Map.of(
                                "type",
                                "buttons",
                                "header",
                                Map.of("media", file),
                                "buttons",
                                List.of(Map.of("id", "y", "title", "Sim")))));

        assertThat(phone.chat().locator(".msg.out " + place)).isVisible();
        assertThat(phone.chat().locator(".msg.out .choices")).containsText("Sim");
        picture(phone.page(), name);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void recordsAVoiceNoteThatIsOggWithOpus() {
        var phone = at("pt-BR").as("Rita", "+5511955550213");
        phone.page().locator("#record").click();
        assertThat(phone.page().locator("#tape-time")).hasText("0:01");
        phone.page().locator("#tape-send").click();

        assertThat(phone.chat().locator(".audio.voice")).isVisible();
        assertThat(phone.chat().locator(".audio.voice .audio-time")).not().hasText("0:00");
        var start = phone.page()
                .evaluate(
                        """
                async () => {
                  const bytes = await (await fetch(document.querySelector('#chat audio').src)).arrayBuffer();
                  return new TextDecoder('latin1').decode(bytes.slice(0, 36));
                }""");
        assertThat(start.toString()).startsWith("OggS").endsWith("OpusHead");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void sendsStickersPlacesCardsAndCalls() {
        var phone = at("pt-BR").as("Rita", "+5511955550214");
        phone.attach("sticker");
        phone.page().locator(".stickers button").first().click();
        assertThat(phone.chat().locator("img.sticker")).isVisible();
        phone.attach("location");
        phone.page().locator(".sheet .option").first().click();
        assertThat(phone.chat().locator(".place")).containsText("Avenida Paulista");
        phone.attach("contact");
        phone.page().locator(".sheet .option").first().click();
        assertThat(bubble(phone.page(), "Síndico Jorge")).isVisible();
        phone.page().locator("#call").click();
        phone.page().locator(".sheet .option").first().click();
        assertThat(phone.chat().locator(".note.event")).containsText("Chamada perdida");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void editsRepliesReactsAndDeletes() {
        var phone = at("pt-BR").as("Rita", "+5511955550215");
        phone.write("geladera");
        assertThat(bubble(phone.page(), "geladera").locator(".tick.delivered")).isVisible();

        phone.menuOfNewest("in");
        phone.page().locator(".sheet .option", text("Editar")).click();
        assertThat(phone.page().locator("#text")).hasValue("geladera");
        phone.write("geladeira");
        assertThat(bubble(phone.page(), "geladeira")).containsText("editada");

        phone.menuOfNewest("in");
        phone.page().locator(".sheet .emojis button").first().click();
        assertThat(bubble(phone.page(), "geladeira").locator(".reactions")).hasText("👍");

        phone.menuOfNewest("in");
        phone.page().locator(".sheet .option", text("Responder")).click();
        phone.write("a de inox");
        assertThat(bubble(phone.page(), "a de inox").locator(".quote")).isVisible();

        phone.menuOfNewest("in");
        phone.page().locator(".sheet .option", text("Apagar para todos")).click();
        assertThat(bubble(phone.page(), "Mensagem apagada")).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void writesToAnotherLineInAChatOfItsOwn() {
        var phone = at("pt-BR").as("Rita", "+5511955550216");
        phone.write("à primeira");
        assertThat(bubble(phone.page(), "à primeira")).isVisible();

        phone.page().locator("#line").click();
        phone.page().locator(".sheet .option", text("4000-2000")).click();
        assertThat(bubble(phone.page(), "à primeira")).hasCount(0);
        phone.write("à segunda");

        assertThat(bubble(phone.page(), "à segunda").locator(".tick")).isVisible();
        assertThat(phone.page().locator("#presence")).containsText("4000-2000");
    }

    @Test
    void findsAFaultByItsCodeAndArmsIt() {
        var page = at("pt-BR").page();
        page.locator("#fault-search").fill("131047");
        page.locator("#fault-groups .arm:visible").first().click();
        assertThat(page.locator("#armed")).containsText("Recusar 131047");

        page.locator("#armed button").first().click();
        assertThat(page.locator("#armed li")).hasCount(0);
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private com.microsoft.playwright.Locator bubble(Page page, String words) {
        return page.locator("#chat .msg.in").filter(new FilterOptions().setHasText(words));
    }

    private PhoneWindow at(String language) {
        return PhoneWindow.of(browser.open(1280, 900, language), "http://localhost:" + port);
    }
}
