package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agent reads whatever a customer sends, each kind in a form of its own. */
@Tag("browser")
@RunningNovelo
class MessageKindsWalkTest {

    private static final String HOSTILE = "<img src=x onerror='window.ran=1'>";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    private String phone = "";
    private String shown = "";

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.says(phone, "minha geladeira não gela");
    }

    @Test
    void wordsAreFormattedAndAddressesLeadOutOnly() {
        customer.says(phone, "É a *grande*, _480 L_: https://casa.example/a_b_c. E javascript:alert(1)");
        var bruno = at("bruno", 1280, 800).open(shown);

        var bubble = bruno.bubble("É a grande");
        assertThat(bubble.locator("b")).hasText("grande");
        assertThat(bubble.locator("i")).hasText("480 L");
        assertThat(bubble.locator("a")).hasCount(1);
        assertThat(bubble.locator("a")).hasAttribute("href", "https://casa.example/a_b_c");
        assertThat(bubble.locator("a")).hasAttribute("rel", "noopener noreferrer nofollow");
    }

    @Test
    void placesContactsOrdersAndChoicesAreShownAsWhatTheyAre() {
        send(
                "{'type':'location','location':{'latitude':-23.561414,'longitude':-46.655881,'name':'Casa','address':'Av. Paulista 1578'}}");
        send("{'type':'contacts','contacts':[{'name':{'formatted_name':'João Frio','first_name':'João'},"
                + "'phones':[{'phone':'+55 11 98888-7777','wa_id':'5511988887777','type':'CELL'}]}]}");
        send("{'type':'order','order':{'catalog_id':'7','text':'Entregar de manhã','product_items':["
                + "{'product_retailer_id':'GEL-480','quantity':2,'item_price':1234.56,'currency':'BRL'}]}}");
        send(
                "{'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'a','title':'09:00','description':'com Inês'}}}");
        send("{'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow','body':'Sent',"
                + "'response_json':'{\\\"nome\\\":\\\"Ana\\\",\\\"urgente\\\":true}'}}}");
        send("{'type':'unsupported','errors':[{'code':131051,'title':'x'}],'unsupported':{'type':'poll_creation'}}");
        send("{'type':'hologram','hologram':{}}");
        var bruno = at("bruno", 1280, 1000).open(shown);

        assertThat(kind(bruno, "location")).containsText("Av. Paulista 1578");
        assertThat(kind(bruno, "location")).containsText("-23.561414, -46.655881");
        assertThat(kind(bruno, "contacts")).containsText("João Frio");
        assertThat(kind(bruno, "contacts")).containsText("+55 11 98888-7777");
        assertThat(kind(bruno, "order").locator("tfoot")).containsText("R$ 2.469,12");
        assertThat(kind(bruno, "order")).containsText("Entregar de manhã");
        assertThat(kind(bruno, "interactive").first()).containsText("Escolheu na lista");
        assertThat(kind(bruno, "interactive").last().locator("tr").first()).containsText("Ana");
        assertThat(kind(bruno, "unsupported")).containsText("Enquete");
        assertThat(kind(bruno, "hologram")).containsText("está guardado");
        picture(bruno.page(), "20-kinds");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPictureHasItsRoomBeforehandAndIsEnlargedAndLeftByKeys() {
        attach("image", "peça.png", "image/png", PhoneFiles.picture(1200, 900));
        var bruno = at("bruno", 1280, 800).open(shown);

        var image = kind(bruno, "image").locator("img");
        assertThat(image).isVisible();
        assertThat((boolean) image.evaluate("i => i.decode().then(() => i.naturalWidth > 0)"))
                .isTrue();
        assertThat((String) kind(bruno, "image").locator(".picture").evaluate("b => b.style.aspectRatio"))
                .isEqualTo("1200 / 900");
        kind(bruno, "image").locator(".picture").press("Enter");
        assertThat(bruno.page().locator("novelo-lightbox img")).isVisible();
        picture(bruno.page(), "21-lightbox");
        bruno.page().keyboard().press("Escape");
        assertThat(bruno.page().locator("novelo-lightbox")).hasCount(0);
        assertThat(kind(bruno, "image").locator(".picture")).isFocused();
    }

    @Test
    void aDocumentIsOfferedAsAFileAndNeverOpened() {
        attach("document", "nota.html", "text/html", "<script>window.ran=1</script>".getBytes(StandardCharsets.UTF_8));
        var bruno = at("bruno", 1280, 800).open(shown);

        var file = kind(bruno, "document").locator("a.file");
        assertThat(file).isVisible();
        assertThat(file).hasAttribute("download", "nota.html");
        assertThat(bruno.page().waitForDownload(file::click).suggestedFilename())
                .startsWith("nota");
    }

    @Test
    void aFileThatCouldNotBeFetchedIsFetchedOnDemand() {
        customer.fault(PhoneFiles.json("{\"kind\":\"media-expired\",\"count\":1}")); // the address that came with it
        customer.fault(PhoneFiles.json("{\"kind\":\"media-gone\",\"count\":1}"));
        attach("image", "peça.png", "image/png", PhoneFiles.picture(600, 400));
        var bruno = at("bruno", 1280, 800).open(shown);
        assertThat(kind(bruno, "image")).containsText("O WhatsApp não tem mais este arquivo.");
        picture(bruno.page(), "22-media-failed");

        kind(bruno, "image").getByText("Tentar de novo").click();

        assertThat(kind(bruno, "image").locator("img")).isVisible();
    }

    @Test
    void aFileThatArrivedDamagedIsFetchedOnDemand() {
        customer.fault(phone, "media-wrong-hash", 0, 1);
        attach("image", "peça.png", "image/png", PhoneFiles.picture(600, 400));
        var bruno = at("bruno", 1280, 800).open(shown);
        assertThat(kind(bruno, "image")).containsText("O arquivo chegou danificado e não foi guardado.");
        picture(bruno.page(), "25-media-damaged");

        kind(bruno, "image").getByText("Tentar de novo").click();

        assertThat(kind(bruno, "image").locator("img")).isVisible();
    }

    @Test
    void aReactionHangsOnItsMessageAndGoesAgain() {
        var bruno = at("bruno", 1280, 800).open(shown);
        bruno.write("O técnico vai amanhã.");
        assertThat(bruno.bubble("vai amanhã").locator("[data-status=DELIVERED]"))
                .isVisible();
        var target = customer.sees(phone).stream()
                .filter(message -> message.path("text").asText().contains("vai amanhã"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();

        send("{'type':'reaction','reaction':{'message_id':'" + target + "','emoji':'👍'}}");
        assertThat(bruno.bubble("vai amanhã").locator(".reaction")).hasText("👍");
        assertThat(bruno.thread().locator("[data-kind=reaction]")).hasCount(0);
        picture(bruno.page(), "23-reaction");

        send("{'type':'reaction','reaction':{'message_id':'" + target + "'}}");
        assertThat(bruno.bubble("vai amanhã").locator(".reaction")).hasCount(0);
    }

    @Test
    void whatACustomerTakesBackIsGoneAndOnlyAManagerMayLookAtIt() {
        var sent = customer.says(phone, "meu cartão é 1234");
        var bruno = at("bruno", 1280, 800).open(shown);
        assertThat(bruno.bubble("meu cartão")).isVisible();

        send("{'type':'revoke','revoke':{'original_message_id':'" + sent + "'}}");

        assertThat(bruno.bubble("Apagada pelo cliente")).isVisible();
        assertThat(bruno.bubble("meu cartão")).hasCount(0);
        assertThat(bruno.thread().getByText("Ver o que dizia")).hasCount(0);
        var marta = at("marta", 1280, 800).filter("Todas").open(shown);
        marta.thread().getByText("Ver o que dizia").click();
        assertThat(marta.bubble("meu cartão é 1234")).containsText("Apagada pelo cliente");
    }

    @Test
    void nothingRunsWhereverACustomerPutsIt() {
        send("{'type':'contacts','contacts':[{'name':{'formatted_name':'" + quoted() + "'},'org':{'company':'"
                + quoted() + "'},'phones':[{'phone':'" + quoted()
                + "'}],'urls':[{'url':'javascript:window.ran=1'}]}]}");
        send("{'type':'order','order':{'catalog_id':'" + quoted() + "','product_items':[{'product_retailer_id':'"
                + quoted() + "','quantity':1,'item_price':1,'currency':'" + quoted() + "'}]}}");
        send("{'type':'location','location':{'latitude':1,'longitude':1,'name':'" + quoted()
                + "','url':'javascript:window.ran=1'}}");
        send("{'type':'button','button':{'payload':'x','text':'" + quoted() + "'}}");
        send(
                "{'type':'text','text':{'body':'oi, vi o anúncio'},'referral':{'source_type':'ad','source_url':'javascript:window.ran=1','headline':'"
                        + quoted() + "','body':'" + quoted() + "'}}");
        attach(
                "document",
                HOSTILE.replace('\'', '`') + "\u202Efdp.exe",
                "application/pdf",
                "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        var bruno = at("bruno", 1280, 1000).open(shown);

        assertThat(kind(bruno, "document").locator("a.file")).isVisible();
        assertThat(kind(bruno, "contacts")).containsText("<img src=x");
        assertThat(kind(bruno, "order")).containsText("<img src=x");
        assertThat(kind(bruno, "location")).containsText("<img src=x");
        assertThat(kind(bruno, "button")).containsText("<img src=x");
        assertThat(bruno.bubble("vi o anúncio")).containsText("<img src=x");
        assertThat(bruno.thread().locator("a[href^=javascript], img[src=x]")).hasCount(0);
        bruno.listed(shown);
        picture(bruno.page(), "24-hostile-fields");
        assertThat(ran(bruno.page())).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    private static boolean ran(Page page) {
        page.waitForTimeout(500);
        return (boolean) page.evaluate("() => 'ran' in window");
    }

    /** Single quotes stand for double ones here. */
    private void send(String message) {
        customer.sends(phone, PhoneFiles.json(message.replace('\'', '"')));
    }

    private static String quoted() {
        return HOSTILE.replace("'", "\\'");
    }

    private void attach(String kind, String filename, String type, byte[] bytes) {
        customer.sends(phone, new PhoneFiles(port).message(phone, kind, filename, type, bytes));
    }

    private static Locator kind(TasklistWindow window, String kind) {
        return window.thread().locator("[data-kind=" + kind + "]");
    }

    private TasklistWindow at(String user, int width, int height) {
        return TasklistWindow.of(
                browser.open(width, height, "pt-BR"), "http://localhost:" + port, user, "people-of-tests");
    }
}
