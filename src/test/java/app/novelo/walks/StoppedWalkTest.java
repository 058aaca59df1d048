package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What did not go out, or perhaps did, is told to those who can do something about it. */
@Tag("browser")
@RunningNovelo
class StoppedWalkTest {

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

    /** A fault may meet none but the agent's message. */
    @BeforeEach
    void customerHasHisProtocol() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.says(phone, "minha geladeira não gela");
        eventually(() -> !customer.received(phone).isEmpty());
    }

    @AfterEach
    void mends() {
        customer.noFaults();
    }

    @Test
    void aManagerSaysThatAMessageArrived() {
        var undecided = undecided();

        undecided
                .getByText("Chegou", new Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(undecided.locator("[data-status=ACCEPTED]")).isVisible();
        assertThat(undecided.locator(".trouble")).hasCount(0);
    }

    @Test
    void aManagerSaysThatAMessageDidNotArriveAndItCanBeSentAgain() {
        var undecided = undecided();

        undecided.getByText("Não chegou").click();

        assertThat(undecided.locator("[data-status=FAILED]")).isVisible();
        assertThat(undecided.locator(".again")).hasText("Enviar de novo");
    }

    /** It has left every list of tasks by then. */
    @Test
    void anUnknownOutcomeIsDecidedOnceTheTicketIsClosed() {
        var bruno = unsure();
        var ticket = cases.ticketOf(phone);
        var task = cases.taskOf(ticket).getId();
        cases.claim("bruno", task);
        cases.closeForGood("bruno", task, "ok");
        assertThat(bruno.entry(shown)).hasCount(0);
        bruno.page().reload();

        strip(bruno).getByText(shown).click();

        assertThat(bruno.bubble("Desde quando?")).isInViewport();
        assertThat(bruno.bubble("Desde quando?")).containsText("Ela chegou ao cliente?");
        bruno.page().waitForTimeout(500); // it stands out for a moment
        picture(bruno.page(), "52-unknown-without-task");
        bruno.bubble("Desde quando?").getByText("Não chegou").click();
        assertThat(bruno.bubble("Desde quando?").locator("[data-status=FAILED]"))
                .isVisible();
        bruno.page().keyboard().press("Escape");
        assertThat(bruno.thread()).hasCount(0);
        assertThat(strip(bruno).getByText(shown)).hasCount(0);
    }

    @Test
    void aStoppedLineIsToldInPlainWordsAndGoesOn() {
        var bruno = at("bruno").open(shown);
        var marta = at("marta");
        customer.fault(phone, "token-expired", 0, 1);
        bruno.write("Desde quando?");

        assertThat(strip(marta)).containsText("As linhas +55 11 4000-1000, +55 11 4000-2000 do WhatsApp pararam");
        assertThat(strip(marta)).containsText("O acesso da empresa ao WhatsApp venceu");
        assertThat(strip(bruno)).containsText("O que você escrever espera e sai depois.");
        assertThat(strip(bruno).locator("button")).hasCount(0);
        picture(marta.page(), "50-stopped");
        picture(bruno.page(), "50-stopped-agent");
        strip(marta).getByText("Retomar").click();

        assertThat(strip(marta)).not().containsText("pararam");
        assertThat(bruno.bubble("Desde quando?").locator("[data-status=DELIVERED]"))
                .isVisible();
    }

    /** @return a message of which nobody knows, as a manager sees it whom the strip has led there */
    private Locator undecided() {
        assertThat(unsure().bubble("Desde quando?").locator(".ask")).isVisible();
        var marta = at("marta");
        strip(marta).getByText(shown).click();
        assertThat(marta.bubble("Desde quando?")).containsText("Ela chegou ao cliente?");
        picture(marta.page(), "51-unknown");
        return marta.bubble("Desde quando?");
    }

    /** @return the agent whose message perhaps went out */
    private TasklistWindow unsure() {
        customer.fault(phone, "cut", 0, 1);
        customer.fault(phone, "statuses-lost", 0, 1);
        var bruno = at("bruno").open(shown);
        bruno.write("Desde quando?");
        assertThat(bruno.bubble("Desde quando?").locator("[data-status=UNKNOWN]"))
                .isVisible();
        return bruno;
    }

    private static Locator strip(TasklistWindow window) {
        return window.page().locator("novelo-lines");
    }

    private TasklistWindow at(String user) {
        return TasklistWindow.of(browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, user, "people-of-tests");
    }
}
