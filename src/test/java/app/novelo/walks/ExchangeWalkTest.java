package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Customer;
import app.novelo.support.PhoneWindow;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agent asks, the customer answers on the phone, and each sees what the other did. */
@Tag("browser")
@RunningNovelo
class ExchangeWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    private String phone = "";
    private String shown = "";

    @BeforeEach
    void takesAPhone() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
    }

    @Test
    void aRowThatWasChosenFromAListAnswersItsQuestion() {
        customer.says(phone, "minha geladeira não gela");
        var bruno = bruno();
        var helena = phone();
        var dialog = form(bruno, "Lista");
        dialog.locator("textarea").fill("Qual horário é melhor?");
        dialog.locator("input[name=button]").fill("Horários");
        dialog.locator("input[name='title.0']").fill("09:00");
        dialog.locator("input[name='description.0']").fill("com Inês");
        dialog.locator("button[type=submit]").click();

        row(helena, "Qual horário é melhor?").getByText("Horários").click();
        helena.page().locator(".sheet .option").first().click();

        var answer = bruno.thread().locator(".in[data-kind=interactive]");
        assertThat(answer).containsText("09:00");
        assertThat(answer).containsText("com Inês");
        assertThat(answer).containsText("Escolheu na lista");
        assertThat(answer.locator(".quote")).containsText("Qual horário é melhor?");
        assertThat(bruno.listed(shown)).containsText("09:00");
        assertThat(row(helena, "Qual horário é melhor?").getByText("Horários")).isDisabled();
        picture(bruno.page(), "40-chosen");
        picture(helena.page(), "40-chosen-phone");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aReactionFromThePhoneIsSeenAndTakenAway() {
        customer.says(phone, "minha geladeira não gela");
        var bruno = bruno();
        var helena = phone();
        bruno.write("O técnico vai amanhã.");
        assertThat(row(helena, "vai amanhã")).isVisible();

        helena.menuOfNewest("out");
        helena.page().locator(".sheet .emojis button").nth(1).click();
        assertThat(bruno.bubble("vai amanhã").locator(".reaction")).hasText("❤️");

        helena.menuOfNewest("out");
        helena.page().locator(".sheet .emojis button").nth(1).click();
        assertThat(bruno.bubble("vai amanhã").locator(".reaction")).hasCount(0);
        assertThat(bruno.thread().locator("[data-kind=reaction]")).hasCount(0);
    }

    @Test
    void whereTheCustomerIsAnswersTheRequest() {
        customer.says(phone, "minha geladeira não gela");
        var bruno = bruno();
        var helena = phone();
        var dialog = form(bruno, "Pedir localização");
        dialog.locator("textarea").fill("Onde está a geladeira?");
        dialog.locator("button[type=submit]").click();

        row(helena, "Onde está a geladeira?").getByText("Enviar localização").click();
        helena.page().locator(".sheet .option").first().click();

        var answer = bruno.thread().locator(".in[data-kind=location]");
        assertThat(answer).containsText("Avenida Paulista");
        assertThat(answer.locator(".quote")).containsText("Onde está a geladeira?");
        assertThat(bruno.listed(shown)).containsText("Localização: Avenida Paulista");
        picture(bruno.page(), "41-place");
    }

    @Test
    void anEditedMessageShowsItsNewWordsWhereItStood() {
        var sent = customer.says(phone, "minha geladera não gela");
        var bruno = bruno();
        assertThat(bruno.bubble("geladera")).isVisible();

        customer.edits(phone, sent, "minha geladeira não gela");

        assertThat(bruno.bubble("geladeira")).containsText("editada");
        assertThat(bruno.bubble("geladera")).hasCount(0);
        assertThat(bruno.thread().locator(".in.message")).hasCount(1);
    }

    @Test
    void aMissedCallIsATaskAndToldInTheThread() {
        customer.calls(phone, "missed");

        var bruno = TasklistWindow.of(browser.open(1280, 800, "pt-BR"), server(), "marta", "people-of-tests")
                .filter("Todas")
                .open(shown);

        assertThat(bruno.listed(shown)).containsText("Chamada perdida");
        assertThat(bruno.thread().locator("[data-kind=call]")).containsText("Chamada perdida");
        assertThat(bruno.thread().locator("[data-kind=call]")).containsText("Ligue de volta");
        picture(bruno.page(), "42-missed-call");
    }

    private TasklistWindow bruno() {
        eventually(() -> !customer.received(phone).isEmpty());
        return TasklistWindow.of(browser.open(1280, 800, "pt-BR"), server(), "bruno", "people-of-tests")
                .open(shown);
    }

    private PhoneWindow phone() {
        return PhoneWindow.of(browser.open(1280, 900, "pt-BR"), server()).as("Helena Prado " + shown, "+" + phone);
    }

    private static Locator row(PhoneWindow window, String words) {
        return window.chat().locator(".msg.out", new Locator.LocatorOptions().setHasText(words));
    }

    private static Locator form(TasklistWindow window, String name) {
        window.press("Anexar e mais");
        window.composer()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return window.composer().locator("novelo-builder");
    }

    private String server() {
        return "http://localhost:" + port;
    }
}
