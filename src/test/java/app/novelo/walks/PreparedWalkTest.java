package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files come in every way that a browser knows, and what was begun stays. */
@Tag("browser")
@RunningNovelo
class PreparedWalkTest {

    private static final String CARRIED =
            "() => { const all = new DataTransfer(); all.items.add(new File(['Nota 1'], 'nota.txt', { type: 'text/plain' })); return all; }";

    private static final String PASTES =
            """
            (field) => {
              const all = new DataTransfer();
              all.items.add(new File(['Tabela'], 'tabela.txt', { type: 'text/plain' }));
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: all, bubbles: true, cancelable: true }));
            }""";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    private String phone = "";
    private String shown = "";

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.says(phone, "minha geladeira não gela");
    }

    @Test
    void droppedPastedAndPickedFilesGoOutTogether() {
        var bruno = bruno().open(shown);
        bruno.page()
                .locator("novelo-conversation")
                .dispatchEvent("drop", Map.of("dataTransfer", bruno.page().evaluateHandle(CARRIED)));
        bruno.text().evaluate(PASTES);
        bruno.composer().locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("peça.png", "image/png", PhoneFiles.picture(300, 200)),
            new FilePayload("aviso.txt", "text/plain", "Aviso".getBytes(StandardCharsets.UTF_8))
        });
        assertThat(files(bruno)).hasCount(4);
        assertThat(send(bruno)).isEnabled();
        picture(bruno.page(), "37-several-files");

        send(bruno).click();

        assertThat(bruno.thread().locator(".out[data-kind=document] [data-status=DELIVERED]"))
                .hasCount(3);
        assertThat(bruno.thread().locator(".out[data-kind=image] [data-status=DELIVERED]"))
                .hasCount(1);
        assertThat(files(bruno)).hasCount(0);
        assertThat(bruno.bubble("tabela.txt")).isVisible();
        assertThat(bruno.bubble("nota.txt")).isVisible();
    }

    @Test
    void aFormThatWasBegunOutlivesAnotherTask() {
        var other = customer.newPhone();
        customer.says(other, "meu fogão não acende");
        var bruno = bruno().open(shown);
        var dialog = form(bruno);
        dialog.locator("textarea").fill("Qual período é melhor?");
        dialog.locator("input[name='title.0']").fill("Manhã");
        dialog.getByText("Cancelar").click();
        bruno.open(other.substring(4, 9) + "-" + other.substring(9));
        assertThat(form(bruno).locator("textarea")).isEmpty();
        bruno.page().keyboard().press("Escape");

        bruno.open(shown);

        var again = form(bruno);
        assertThat(again.locator("textarea")).hasValue("Qual período é melhor?");
        assertThat(again.locator("input[name='title.0']")).hasValue("Manhã");
    }

    @Test
    void wordsThatWentOutWithAFormAreNotLeftBehind() {
        var bruno = bruno().open(shown);
        bruno.text().fill("Qual período é melhor?");
        var dialog = form(bruno);
        assertThat(dialog.locator("textarea")).hasValue("Qual período é melhor?");
        dialog.locator("input[name='title.0']").fill("Manhã");
        dialog.locator("button[type=submit]").click();

        assertThat(bruno.bubble("Qual período é melhor?").locator(".face")).hasText("Manhã");
        assertThat(bruno.composer().getByLabel("Mensagem ao cliente")).isEmpty();
        eventually(() -> customer.received(phone).contains("Qual período é melhor?"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, type, O WhatsApp não aceita este tipo de arquivo.",
        "400, size, O arquivo é grande demais para o WhatsApp.",
        "400, voice, Não é uma mensagem de voz",
        "413, '', O arquivo é grande demais para o WhatsApp."
    })
    void aFileThatTheServerRefusesSaysWhy(int status, String reason, String words) {
        var bruno = bruno().open(shown);
        bruno.page()
                .route(
                        "**/api/v1/media",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(status)
                                .setContentType("application/problem+json")
                                .setBody("{\"type\":\"urn:novelo:problem:bad-request\",\"field\":\"file\",\"reason\":\""
                                        + reason + "\"}")));

        bruno.composer()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("peça.png", "image/png", PhoneFiles.picture(30, 20)));

        assertThat(files(bruno)).containsText(words);
        assertThat(files(bruno).getByText("Tentar de novo")).hasCount(0);
        assertThat(send(bruno)).isDisabled();
    }

    private static Locator files(TasklistWindow window) {
        return window.composer().locator("novelo-attachments li");
    }

    private static Locator send(TasklistWindow window) {
        return window.composer()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Enviar").setExact(true));
    }

    private static Locator form(TasklistWindow window) {
        window.press("Anexar e mais");
        window.composer()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Locator.GetByRoleOptions().setName("Botões").setExact(true))
                .click();
        return window.composer().locator("novelo-builder");
    }

    private TasklistWindow bruno() {
        return TasklistWindow.of(
                browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, "bruno", "people-of-tests");
    }
}
