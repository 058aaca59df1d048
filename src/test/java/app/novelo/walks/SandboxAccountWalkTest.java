package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Customer;
import app.novelo.support.PhoneWindow;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Meta's side on the sandbox's page: accounts, templates, what a customer thinks, and the owner with his phone. */
@Tag("browser")
@RunningNovelo
class SandboxAccountWalkTest {

    private static final String LINE = "100000000000001";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    ObjectMapper json;

    private PhoneWindow at(String language) {
        return PhoneWindow.of(browser.open(1440, 900, language), "http://localhost:" + port);
    }

    private ObjectNode object(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the business would, with its token. */
    private void sends(String phone, String template) throws Exception {
        var body = "{\"messaging_product\":\"whatsapp\",\"to\":\"+%s\",\"type\":\"template\",\"template\":%s}";
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/sandbox/graph/v26.0/%s/messages".formatted(port, LINE)))
                .header("Authorization", "Bearer sandbox-access-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.formatted(phone, template)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aTemplateStandsOnThePhoneWithAllItHas() throws Exception {
        customer.post(
                "/sandbox/templates?status=APPROVED",
                object(
                        """
                        {"name":"walk_visit","language":"pt_BR","category":"UTILITY","components":[
                          {"type":"HEADER","format":"TEXT","text":"Visita técnica"},
                          {"type":"BODY","text":"Olá {{1}}, sua visita está marcada para *{{2}}*. Podemos confirmar?",
                            "example":{"body_text":[["Ana","terça"]]}},
                          {"type":"FOOTER","text":"Casa Clima"},
                          {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Sim"},{"type":"QUICK_REPLY","text":"Remarcar"},
                            {"type":"URL","text":"Detalhes","url":"https://casaclima.example/visita/{{1}}","example":["https://casaclima.example/visita/1"]},
                            {"type":"PHONE_NUMBER","text":"Ligar","phone_number":"+551140001000"}]}]}"""));
        var number = "5511955550901";
        var phone = at("pt-BR").as("Lena Prado", "+" + number);

        sends(
                number,
                """
                {"name":"walk_visit","language":{"code":"pt_BR"},"components":[
                  {"type":"body","parameters":[{"type":"text","text":"Lena"},{"type":"text","text":"terça, 14h"}]},
                  {"type":"button","sub_type":"url","index":"2","parameters":[{"type":"text","text":"4711"}]}]}""");

        var bubble = phone.chat().locator(".msg.out").last();
        assertThat(bubble.locator(".title")).hasText("Visita técnica");
        assertThat(bubble.locator(".words")).containsText("Olá Lena, sua visita está marcada para terça, 14h");
        assertThat(bubble.locator(".foot-text")).hasText("Casa Clima");
        assertThat(bubble.locator(".choices a")).hasAttribute("href", "https://casaclima.example/visita/4711");
        picture(phone.page(), "61-template-on-the-phone");
        bubble.locator(".choices button").first().click();

        assertThat(bubble.locator(".choices .chosen")).hasText("Sim");
        assertThat(phone.chat().locator(".msg.in").last()).containsText("Sim");
        eventually(() -> customer.sees(number).stream()
                .anyMatch(seen -> seen.path("type").asText().equals("button")
                        && seen.at("/message/button/payload").asText().equals("Sim")));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anAccountOfItsOwnIsTriedToItsEnd() {
        var page = at("pt-BR").page();
        page.locator("#account > summary").click();
        page.locator("#new-account").click();
        assertThat(page.locator("#account-state")).hasText("não inscrito");
        page.locator("label:has(#subscribed)").click();
        assertThat(page.locator("#account-state")).isHidden();
        page.locator("label:has(#funded)").click();
        assertThat(page.locator("#account-state")).hasText("sem pagamento");
        var token = page.locator("#ids dd").last();
        assertThat(token).containsText("EAA");

        page.locator("#revoke").click();
        assertThat(page.locator("#account-state")).hasText("token revogado");
        picture(page, "62-account-at-meta");
        page.locator("#issue").click();
        assertThat(token).containsText("EAA");
        page.locator("#ban").selectOption("DISABLE");
        assertThat(page.locator("#account-state")).hasText("Banida");
        page.locator("#quality").selectOption("RED");
        page.locator("#used").fill("800");
        page.locator("#used").press("Enter");
        page.locator("#ban").selectOption("");
        page.locator("#templates-card > summary").click();
        page.locator("#review").selectOption("0");
        eventually(() -> accounts().contains("\"reviewMillis\":0"));
        assertThat(page.locator("#account-state")).hasText("sem pagamento");
        assertThat(page.locator("#quality")).hasValue("RED");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR", "en-US", "es-AR"})
    void itsTemplatesAreDecidedByHand(String language) {
        var name = "walk_" + language.substring(0, 2) + "_pending";
        customer.post(
                "/sandbox/templates",
                object(
                        "{\"name\":\"%s\",\"language\":\"pt_BR\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"Sua visita está confirmada.\"}]}"
                                .formatted(name)));
        var page = at(language).page();
        page.locator("#templates-card > summary").click();
        var row = page.locator("#templates details").filter(new FilterOptions().setHasText(name));
        row.locator("summary").click();
        picture(page, "63-templates-" + language.substring(0, 2));

        row.locator(".arm").first().click();

        assertThat(row.locator(".chip")).hasClass("chip good");
        row.locator(".arm").last().click();
        assertThat(row).hasCount(0);
        assertThat(page.locator("#templates .arm, #templates .chip, #account label")
                        .allInnerTexts())
                .noneMatch(words -> words.contains("_")); // a text that nobody has translated
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCustomerBlocksTheCompanyAndStopsItsAdvertising() {
        var number = "5511955550902";
        var page = at("pt-BR").as("Nina", "+" + number).page();

        page.locator("label:has(#marketing)").click();
        page.locator("label:has(#block)").click();

        eventually(() -> stance(number).equals("{\"blocked\":true,\"noMarketing\":true}"));
        page.reload();
        assertThat(page.locator("#block")).isChecked();
        assertThat(page.locator("#marketing")).not().isChecked();
        page.locator("label:has(#block)").click();
        eventually(() -> stance(number).equals("{\"blocked\":false,\"noMarketing\":true}"));
        assertThat(browser.complaints()).isEmpty();
    }

    private String accounts() {
        return read("/sandbox/accounts");
    }

    private String stance(String number) {
        return read("/sandbox/phones/%s/stance".formatted(number));
    }

    private String read(String path) {
        try {
            var uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
            var request = HttpRequest.newBuilder(uri).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theOwnerWritesFromHisPhoneAndBringsHisOldChats() {
        var phone = at("pt-BR").as("Otto Reis", "+5511955550903");
        Page page = phone.page();
        page.locator("#owner-card > summary").click();
        page.locator("#owner-text").fill("Passo aí amanhã cedo");
        page.locator("#owner-text").press("Enter");
        assertThat(phone.chat().locator(".msg.out").last()).containsText("Passo aí amanhã cedo");

        page.locator("#owner-history").click();

        assertThat(phone.chat().locator(".msg.in").first()).containsText("câmara fria");
        assertThat(phone.chat().locator(".msg.out").last()).containsText("Passo aí amanhã cedo");
        page.locator("#owner-contacts").click();
        assertThat(page.locator("#toast")).containsText("contatos enviados");
        picture(page, "64-owners-phone");
        assertThat(browser.complaints()).isEmpty();
    }
}
