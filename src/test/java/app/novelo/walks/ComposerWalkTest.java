package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agent sends more than words, and loses nothing of what he has prepared. */
@Tag("browser")
@RunningNovelo
class ComposerWalkTest {

    private static final int NOT_ON_WHATSAPP = 131026;

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    private String phone = "";
    private String shown = "";

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.says(phone, "minha geladeira não gela");
    }

    @Test
    void aPictureGoesOutWithItsCaptionAfterItWasLookedAt() {
        var bruno = at(1280, 800).open(shown);
        attach(bruno, new FilePayload("peça.png", "image/png", PhoneFiles.picture(900, 600)));
        assertThat(bruno.composer().locator("novelo-attachments img")).isVisible();
        bruno.text().fill("É esta peça");
        picture(bruno.page(), "30-attached");

        bruno.press("Enviar");

        assertThat(bruno.bubble("É esta peça").locator("img")).isVisible();
        assertThat(bruno.bubble("É esta peça").locator("[data-status=DELIVERED]"))
                .isVisible();
        assertThat(received("image")
                        .path("message")
                        .path("image")
                        .path("caption")
                        .asText())
                .isEqualTo("É esta peça");
        assertThat(bruno.text()).isEmpty();
        assertThat(bruno.composer().locator("novelo-attachments")).isHidden();
    }

    @Test
    void whatWhatsAppDoesNotTakeIsToldBeforeItIsSent() {
        var bruno = at(1280, 800).open(shown);
        attach(bruno, new FilePayload("filme.mp4", "video/mp4", new byte[17 << 20]));

        assertThat(bruno.composer().locator("novelo-attachments")).containsText("o WhatsApp aceita até 16 MB");
        assertThat(button(bruno, "Enviar")).isDisabled();
        bruno.composer().getByLabel("Retirar filme.mp4").click();
        assertThat(bruno.composer().locator("novelo-attachments")).isHidden();
    }

    @Test
    void aPreparedFileOutlivesAnotherTaskAndAServerThatIsAway() {
        var other = customer.newPhone();
        customer.says(other, "meu fogão não acende");
        var bruno = at(1280, 800).open(shown);
        attach(bruno, new FilePayload("peça.png", "image/png", PhoneFiles.picture(90, 60)));
        bruno.text().fill("É esta peça");
        assertThat(button(bruno, "Enviar")).isEnabled();
        bruno.open(other.substring(4, 9) + "-" + other.substring(9));
        assertThat(bruno.text()).isEmpty();
        bruno.open(shown);
        assertThat(bruno.text()).hasValue("É esta peça");
        assertThat(bruno.composer().locator("novelo-attachments li")).hasCount(1);

        bruno.page().route("**/api/v1/conversations/*/messages", route -> route.abort());
        bruno.press("Enviar");
        assertThat(bruno.composer()).containsText("o servidor não responde");
        assertThat(bruno.text()).hasValue("É esta peça");
        bruno.page().unroute("**/api/v1/conversations/*/messages");
        bruno.press("Enviar");

        assertThat(bruno.bubble("É esta peça").locator("[data-status=DELIVERED]"))
                .isVisible();
        assertThat(received("image")
                        .path("message")
                        .path("image")
                        .path("caption")
                        .asText())
                .isEqualTo("É esta peça");
    }

    @Test
    void aVoiceMessageIsRecordedListenedToAndSent() {
        var page = browser.open(1280, 800, "pt-BR");
        page.context().grantPermissions(List.of("microphone"));
        var bruno = TasklistWindow.of(page, "http://localhost:" + port, "bruno", "people-of-tests")
                .open(shown);

        bruno.press("Gravar mensagem de voz");
        page.waitForTimeout(2_500);
        picture(page, "31-recording");
        bruno.press("Parar e ouvir");
        assertThat(bruno.composer().locator("novelo-player")).isVisible();
        assertThat(button(bruno, "Enviar")).isEnabled();
        bruno.press("Enviar");

        var sent = bruno.thread().locator(".out[data-kind=audio]");
        assertThat(sent.locator("[data-status=DELIVERED]")).isVisible();
        assertThat(received("audio").path("message").path("audio").path("voice").asBoolean())
                .isTrue();
        sent.locator("novelo-player .speed").click();
        assertThat(sent.locator("novelo-player .speed")).hasText("1,5×");
    }

    @Test
    void withoutAMicrophoneItIsSaidInPlainWords() {
        var bruno = at(1280, 800).open(shown);
        bruno.page()
                .evaluate(
                        "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError')); }");

        bruno.press("Gravar mensagem de voz");

        assertThat(bruno.composer()).containsText("não deixa usar o microfone");
        assertThat(bruno.text()).isVisible();
    }

    @Test
    void buttonsAreBuiltWithinTheirLimits() {
        var bruno = at(1280, 800).open(shown);
        form(bruno, "Botões");
        var dialog = bruno.composer().locator("novelo-builder");
        dialog.getByLabel("Texto").fill("Qual período é melhor?");
        dialog.locator("input[name='title.0']").fill("De manhã, o mais cedo possível");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog).containsText("10 caracteres a mais");
        picture(bruno.page(), "32-buttons");
        dialog.locator("input[name='title.0']").fill("Manhã");
        dialog.locator("button[type=submit]").click();

        assertThat(dialog.locator("dialog")).isHidden();
        assertThat(bruno.bubble("Qual período é melhor?").locator(".face")).hasText("Manhã");
        assertThat(received("interactive")
                        .at("/message/interactive/action/buttons/0/reply/title")
                        .asText())
                .isEqualTo("Manhã");
    }

    @Test
    void aPictureStandsAboveButtonsInsteadOfAHeading() {
        var bruno = at(1280, 800).open(shown);
        var dialog = bruno.composer().locator("novelo-builder");
        form(bruno, "Botões");
        assertThat(dialog).containsText("imagem de até 5 MB, vídeo de até 16 MB ou documento de até 100 MB");
        dialog.getByLabel("Texto").fill("É esta a peça?");
        dialog.locator("input[name='title.0']").fill("Sim");
        dialog.locator("input[type=file]").setInputFiles(new FilePayload("filme.mp4", "video/mp4", new byte[17 << 20]));
        assertThat(dialog.locator("novelo-attachments")).containsText("o WhatsApp aceita até 16 MB");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator("dialog")).isVisible();
        dialog.locator("input[type=file]").setInputFiles(new FilePayload("a.webp", "image/webp", new byte[100]));
        assertThat(dialog.locator("novelo-attachments")).containsText("Acima dos botões");

        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload("peça.png", "image/png", PhoneFiles.picture(900, 600)));
        assertThat(dialog.locator("novelo-attachments img")).isVisible();
        assertThat(dialog.locator("input[name=header]")).isHidden();
        assertThat(dialog.locator("novelo-attachments progress")).hasCount(0);
        dialog.getByText("Cancelar").click();
        form(bruno, "Botões");
        assertThat(dialog.locator("novelo-attachments li")).hasCount(1);
        picture(bruno.page(), "32-picture-above-buttons");
        dialog.locator("button[type=submit]").click();

        assertThat(dialog.locator("dialog")).isHidden();
        assertThat(bruno.bubble("É esta a peça?").locator("img")).isVisible();
        assertThat(bruno.bubble("É esta a peça?").locator("[data-status=DELIVERED]"))
                .isVisible();
        assertThat(bruno.bubble("É esta a peça?").locator(".face")).hasText("Sim");
        picture(bruno.page(), "32-picture-above-buttons-sent");
        var arrived = received("interactive").at("/message/interactive");
        assertThat(arrived.at("/header/type").asText()).isEqualTo("image");
        assertThat(customer.opens(arrived.at("/header/image/id").asText())).isEqualTo(PhoneFiles.picture(900, 600));
        form(bruno, "Botões");
        assertThat(dialog.locator("novelo-attachments li")).hasCount(0);
        assertThat(dialog.locator("input[name=header]")).isVisible();
    }

    @Test
    void aListAPlaceAndACardAreBuiltAndSent() {
        var bruno = at(1280, 800).open(shown);
        var dialog = bruno.composer().locator("novelo-builder");
        form(bruno, "Lista");
        dialog.locator("textarea").fill("Escolha o horário");
        dialog.locator("input[name=button]").fill("Horários");
        dialog.locator("input[name='title.0']").fill("09:00");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator("dialog")).isHidden();
        form(bruno, "Enviar localização");
        dialog.locator("input[name=name]").fill("Casa Clima");
        dialog.locator("input[name=latitude]").fill("-23,55");
        dialog.locator("input[name=longitude]").fill("-46,63");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator("dialog")).isHidden();
        form(bruno, "Cartão de contato");
        dialog.locator("input[name=firstName]").fill("João");
        dialog.locator("input[name=phone]").fill("+5511988887777");
        dialog.locator("button[type=submit]").click();
        assertThat(dialog.locator("dialog")).isHidden();

        assertThat(received("interactive")
                        .at("/message/interactive/action/sections/0/rows/0/title")
                        .asText())
                .isEqualTo("09:00");
        assertThat(received("location").at("/message/location/latitude").asDouble())
                .isEqualTo(-23.55);
        assertThat(received("contacts")
                        .at("/message/contacts/0/name/formatted_name")
                        .asText())
                .isEqualTo("João");
        picture(bruno.page(), "33-built");
    }

    /** A customer who hides his number behind a user name. */
    @Test
    void aNumberIsAskedForOnlyWhereItIsUnknown() {
        var hidden = customer.newPhone();
        agent.put("bruno", "/sandbox/phones/" + hidden, Map.of("username", "ana." + hidden));
        customer.says(hidden, "meu fogão não acende");
        var bruno = at(1280, 800).open(shown);
        bruno.press("Anexar e mais");
        assertThat(item(bruno, "Pedir localização")).isVisible();
        assertThat(item(bruno, "Pedir número de telefone")).hasCount(0);
        bruno.page().keyboard().press("Escape");
        bruno.open(hidden.substring(4, 9) + "-" + hidden.substring(9)); // which he calls himself
        form(bruno, "Pedir número de telefone");
        var dialog = bruno.composer().locator("novelo-builder");
        dialog.locator("textarea").fill("x".repeat(1025));
        dialog.locator("button[type=submit]").click();
        assertThat(dialog).containsText("1 caracteres a mais");
        dialog.locator("textarea").fill("Qual é o seu número?");
        picture(bruno.page(), "37-ask-for-number");
        dialog.locator("button[type=submit]").click();

        assertThat(dialog.locator("dialog")).isHidden();
        assertThat(bruno.bubble("Qual é o seu número?").locator(".face")).hasText("Enviar meu número");
        eventually(() -> customer.sees(hidden).stream()
                .anyMatch(message ->
                        message.at("/message/interactive/type").asText().equals("request_contact_info")));
    }

    @Test
    void whatIsRemovedTakesNoRoomOnTheServer() {
        var bruno = at(1280, 800).open(shown);
        attach(bruno, new FilePayload("peça.png", "image/png", PhoneFiles.picture(90, 60)));
        assertThat(button(bruno, "Enviar")).isEnabled();

        var answer = bruno.page()
                .waitForResponse(
                        response -> response.request().method().equals("DELETE"),
                        () -> bruno.composer().getByLabel("Retirar peça.png").click());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aMessageIsAnsweredAndReactedToByKeysAlone() {
        var bruno = at(1280, 800).open(shown);
        bruno.bubble("não gela").focus();
        bruno.page().keyboard().press("r");
        assertThat(bruno.text()).isFocused();
        bruno.page().keyboard().type("Desde quando?");
        bruno.page().keyboard().press("Enter");
        assertThat(bruno.bubble("Desde quando?").locator(".quote")).containsText("não gela");
        assertThat(received("text", "Desde quando?").at("/message/context/id").asText())
                .isNotEmpty();

        bruno.bubble("não gela").first().focus();
        bruno.page().keyboard().press("e");
        bruno.page().keyboard().press("ArrowRight");
        bruno.page().keyboard().press("Enter");

        assertThat(bruno.bubble("não gela").first().locator(".reaction.ours")).hasText("❤️");
        picture(bruno.page(), "34-answered-and-reacted");
        bruno.bubble("não gela").first().locator(".reaction.ours").click();
        assertThat(bruno.bubble("não gela").first().locator(".reaction")).hasCount(0);
    }

    @Test
    void aFailedMessageIsSentAgainAndSaysSo() {
        var bruno = at(1280, 800).open(shown);
        eventually(() -> !customer.received(phone).isEmpty());
        customer.fault(phone, "status-failed", NOT_ON_WHATSAPP, 1);
        bruno.write("Consegue me mandar o modelo?");
        var failed = bruno.thread().locator(".message.failed");
        assertThat(failed).containsText("sem WhatsApp neste número");

        failed.getByText("Enviar de novo").click();

        assertThat(bruno.bubble("o modelo?").locator("[data-status=DELIVERED]")).isVisible();
        assertThat(failed).containsText("Enviada de novo");
        assertThat(failed.getByText("Enviar de novo")).hasCount(0);
        picture(bruno.page(), "35-sent-again");
    }

    @Test
    void aPictureThatIsSentAgainIsSeenInBothMessages() {
        var bruno = at(1280, 800).open(shown);
        eventually(() -> !customer.received(phone).isEmpty());
        customer.fault(phone, "status-failed", NOT_ON_WHATSAPP, 1);
        attach(bruno, new FilePayload("peça.png", "image/png", PhoneFiles.picture(90, 60)));
        bruno.press("Enviar");
        var failed = bruno.thread().locator(".message.failed");

        failed.getByText("Enviar de novo").click();

        assertThat(bruno.thread().locator(".out[data-kind=image] [data-status=DELIVERED]"))
                .isVisible();
        assertThat(bruno.thread().locator(".out[data-kind=image] img")).hasCount(2);
        assertThat(failed.locator("img")).isVisible();
    }

    @Test
    void theCustomerSeesThatHeWasReadAndThatSomebodyWrites() {
        var bruno = at(1280, 800).open(shown);

        eventually(() -> customer.sees(phone).stream()
                .filter(message -> message.path("direction").asText().equals("IN"))
                .allMatch(message -> message.path("status").asText().equals("read")));
        bruno.page().waitForRequest("**/typing", () -> bruno.text().pressSequentially("Vou"));
    }

    @Test
    void theComposerIsInSightAtOneAndAHalfTimesTheSize() {
        var bruno = at(1280 * 2 / 3, 800 * 2 / 3).open(shown);

        var composer = bruno.text().boundingBox();
        assertThat(composer.y + composer.height).isLessThan(800 * 2 / 3);
        assertThat(bruno.bubble("não gela")).isVisible();
        picture(bruno.page(), "36-enlarged");
    }

    private JsonNode received(String type) {
        return received(type, "");
    }

    private JsonNode received(String type, String words) {
        return eventually(() -> customer.sees(phone).stream()
                .filter(message -> message.path("direction").asText().equals("OUT"))
                .filter(message -> message.path("type").asText().equals(type))
                .filter(message -> message.path("text").asText().contains(words))
                .findFirst()
                .orElse(null));
    }

    private static void attach(TasklistWindow window, FilePayload file) {
        window.composer().locator("input[type=file]").setInputFiles(file);
    }

    private static void form(TasklistWindow window, String name) {
        window.press("Anexar e mais");
        item(window, name).click();
    }

    private static Locator item(TasklistWindow window, String name) {
        return window.composer()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(TasklistWindow window, String name) {
        return window.composer()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private TasklistWindow at(int width, int height) {
        return TasklistWindow.of(
                browser.open(width, height, "pt-BR"), "http://localhost:" + port, "bruno", "people-of-tests");
    }
}
