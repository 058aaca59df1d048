package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.PhoneWindow;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator.WaitForOptions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job, end to end, as the newcomer and the agent see it. */
@Tag("browser")
@RunningNovelo
class MainJobWalkTest {

    private static final String TROUBLE = "minha geladeira não gela";
    private static final String ANSWER = "Olá, Mariana! Aqui é o Bruno. A luz interna acende quando você abre a porta?";

    /** No measurement: without the live events the list is asked anew only every minute. */
    private static final double SOON_MILLIS = 45_000;

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Agent api;

    @Test
    void aNewcomersMessageBecomesATicketThatAnAgentAnswersAndCloses() {
        var server = "http://localhost:" + port;
        var bruno = TasklistWindow.of(browser.open(1280, 800, "pt-BR"), server, "bruno", "people-of-tests");
        var phone = PhoneWindow.of(browser.open(1280, 900, "pt-BR"), server);

        phone.write(TROUBLE);
        var number = ticketIsThere();
        bruno.entry(number).waitFor(new WaitForOptions().setTimeout(SOON_MILLIS));
        picture(bruno.page(), "01-ticket-appears");
        assertThat(phone.chat()).containsText(number);
        picture(phone.page(), "02-protocol-on-the-phone");

        bruno.open(number);
        assertThat(bruno.head()).containsText("Mariana Souza");
        assertThat(bruno.head()).containsText("Por que está aqui");
        assertThat(bruno.thread()).containsText(TROUBLE);
        picture(bruno.page(), "03-conversation");

        bruno.press("Assumir tarefa");
        assertThat(bruno.composer()).containsText("Você está falando com o cliente");
        assertThat(bruno.page().locator(".task-card .assignee")).containsText("Bruno");
        bruno.write(ANSWER);
        assertThat(phone.chat()).containsText(ANSWER);
        assertThat(bruno.bubble(ANSWER).locator("[data-status=READ]")).isVisible();
        assertThat(bruno.text()).isEmpty();
        picture(bruno.page(), "04-answer-was-read");
        picture(phone.page(), "05-answer-on-the-phone");

        phone.write("Acende sim, mas não gela nada");
        assertThat(bruno.thread()).containsText("Acende sim");

        bruno.closeTicket("Solved");
        assertThat(bruno.page().locator(".task-card")).hasCount(0);
        assertThat(bruno.filter("Minhas tarefas").entry(number)).hasCount(0);
        picture(bruno.page(), "06-ticket-closed");
        assertThat(api.get("bruno", "/api/v1/tickets/" + number)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("RESOLVED");
        assertThat(browser.complaints()).isEmpty();
    }

    /** @return the protocol, as soon as the newest conversations show it */
    private String ticketIsThere() {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < until) {
            for (var item : api.get("bruno", "/api/v1/conversations").body().path("items")) {
                if (item.path("customer").path("name").asText().equals("Mariana Souza") && item.hasNonNull("case")) {
                    return item.path("case").asText();
                }
            }
        }
        throw new AssertionError("no ticket came");
    }
}
