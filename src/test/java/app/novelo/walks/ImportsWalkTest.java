package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager brings along what the company had before: its customers and its chats. */
@Tag("browser")
@RunningNovelo
class ImportsWalkTest {

    private static final String LIST =
            """
            telefone;nome;idioma;marketing;cor;obs <b onclick="window.ran=1">
            +%1$s;<img src=x onerror="window.ran=1">Ana;pt;sim;azul;
            +%2$s;Beto;es;;;
            4711;Curta;;;;
            +%1$s;Ana de novo;;;;
            """;

    private static final String CHAT =
            """
            12/11/2024 09:14 - As mensagens e ligações são protegidas com a criptografia de ponta a ponta.
            12/11/2024 09:15 - Ana <b onclick="window.ran=1">Lima</b>: Oi, bom dia
            12/11/2024 09:16 - Casa Clima: Bom dia! Como posso ajudar?
            13/11/2024 18:02 - Ana <b onclick="window.ran=1">Lima</b>: minha geladeira <img src=x onerror="window.ran=1"> não gela
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Test
    void aListIsLookedAtTakenInAndItsBadRowsComeBack() throws IOException {
        var ana = customer.newPhone();
        var beto = customer.newPhone();
        var marta = at(1366, 768).section("Importações");
        assertThat(marta.title()).hasText("Importações");
        picture(marta.page(), "91-imports");
        bring(marta, "CUSTOMERS", "clientes.csv", LIST.formatted(ana, beto));

        assertThat(marta.title()).hasText("clientes.csv");
        assertThat(marta.main()).containsText("Espera a sua decisão");
        assertThat(marta.main()).containsText("não é um número de telefone");
        assertThat(marta.main().locator(".columns .unused").first()).hasText("cor → se você quiser");
        assertThat(marta.main()).containsText("obs <b onclick=\"window.ran=1\">");
        marta.field("Guardar também cor").check();
        marta.press("Importar");
        assertThat(marta.main()).containsText("Sem isso a autorização não vale.");
        picture(marta.page(), "91-preview");
        marta.text("Como se sabe disso").fill("formulário do site");
        marta.press("Importar");

        assertThat(marta.main()).containsText("Terminou em");
        assertThat(fact(marta, "Clientes novos")).hasText("2");
        assertThat(fact(marta, "Autorizações registradas")).hasText("1");
        picture(marta.page(), "91-done");
        var errors = marta.page().waitForDownload(() -> marta.link("Baixar as linhas com problema: 1")
                .click());
        assertThat(Files.readString(errors.path())).contains("\"4711\";\"Curta\"");
        assertThat(known(ana).at("/consents/0/purpose").asText()).isEqualTo("MARKETING");
        assertThat(known(ana).at("/fields/cor").asText()).isEqualTo("azul");
        assertThat(known(beto).path("name").asText()).isEqualTo("Beto");
        marta.page().waitForTimeout(500);
        assertThat((boolean) marta.page().evaluate("() => 'ran' in window")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void anExportedChatStandsAboveWhatIsSaidNow() {
        var phone = customer.newPhone();
        var marta = at(390, 844).go("#imports");
        bring(marta, "CHAT", "Conversa do WhatsApp com Ana.txt", CHAT);

        assertThat(marta.main()).containsText("Espera a sua decisão");
        marta.field("Quem é a empresa").selectOption("Casa Clima");
        marta.text("Telefone do cliente").fill("+" + phone);
        marta.field("Por qual linha").selectOption(new SelectOption().setLabel("+55 11 4000-1000"));
        assertThat(marta.fits()).isTrue();
        picture(marta.page(), "92-chat");
        marta.press("Importar");

        assertThat(marta.main()).containsText("Terminou em");
        assertThat(fact(marta, "Mensagens novas")).hasText("3");
        picture(marta.page(), "92-chat-done");
        marta.link("Ver o cliente").click();
        assertThat(marta.main()).containsText(phone.substring(4, 9) + "-" + phone.substring(9));
        marta.page().waitForTimeout(500);
        assertThat((boolean) marta.page().evaluate("() => 'ran' in window")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatCannotBeImportedSaysWhyAndIsDeleted() {
        var marta = at(1366, 768).section("Importações");
        bring(marta, "CUSTOMERS", "cores.csv", "cor,tamanho\nazul,3\n");

        assertThat(marta.main()).containsText("Nenhuma coluna se chama telefone");
        picture(marta.page(), "93-refused");
        marta.press("Excluir o arquivo");
        marta.main().page().locator("dialog.ask .solid").click();

        assertThat(marta.title()).hasText("Importações");
        assertThat(marta.link("cores.csv")).hasCount(0);
    }

    private static void bring(ChannelWindow marta, String kind, String name, String text) {
        marta.main()
                .locator("input[data-kind=" + kind + "]")
                .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator fact(ChannelWindow marta, String label) {
        return marta.main().locator("dt:text-is('" + label + "') + dd");
    }

    private JsonNode known(String phone) {
        return eventually(() -> agent.get("marta", "/api/v1/customers?phone=" + phone)
                .body()
                .path("items")
                .get(0));
    }

    private ChannelWindow at(int width, int height) {
        return ChannelWindow.of(
                browser.open(width, height, "pt-BR"), "http://localhost:" + port, "marta", "people-of-tests");
    }
}
