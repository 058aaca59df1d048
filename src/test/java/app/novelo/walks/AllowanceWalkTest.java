package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That free messages come to their end is told to managers, until they have seen it. */
@Tag("browser")
@RunningNovelo
class AllowanceWalkTest {

    private static final String LINE = "(select id from channel.line where provider_id = '100000000000002')";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void theLineHasSentNothing() {
        jdbc.sql("delete from channel.usage where line = " + LINE).update();
    }

    @Test
    void aManagerIsToldOnceThatFreeMessagesComeToTheirEndAndOnceThatTheyAreUsedUp() {
        givenFreeMessages(80_500);
        var marta = at("marta");

        assertThat(strip(marta)).containsText("A linha +55 11 4000-2000 usou 80.500 das 100.000 mensagens grátis");
        assertThat(strip(marta)).containsText("Quando acabarem, o WhatsApp cobra cada resposta.");
        picture(marta.page(), "53-allowance");
        strip(marta).getByText("Entendi").click();
        assertThat(strip(marta).locator("[data-allowance]")).hasCount(0);
        marta.page().reload();
        assertThat(marta.page().locator(".task-filters .item").first()).isVisible();
        assertThat(strip(marta).locator("[data-allowance]")).hasCount(0);

        givenFreeMessages(100_000);
        marta.page().reload();

        assertThat(strip(marta)).containsText("A linha +55 11 4000-2000 usou todas as 100.000 mensagens grátis do mês");
    }

    @Test
    void anAgentIsNotBotheredWithIt() {
        givenFreeMessages(100_000);

        var bruno = at("bruno");

        bruno.page().waitForTimeout(1_000); // it would be there by then
        assertThat(strip(bruno).locator("[data-allowance]")).hasCount(0);
    }

    private void givenFreeMessages(int messages) {
        jdbc.sql(
                        """
                        insert into channel.usage (line, month, category, type, currency, messages, unpriced, amount)
                        values (%s, ?, 'service', 'free_customer_service', '', ?, 0, 0)
                        on conflict (line, month, category, type, currency) do update set messages = excluded.messages"""
                                .formatted(LINE))
                .param(LocalDate.now(clock).withDayOfMonth(1))
                .param(messages)
                .update();
    }

    private static Locator strip(TasklistWindow window) {
        return window.page().locator("novelo-lines");
    }

    private TasklistWindow at(String user) {
        return TasklistWindow.of(browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, user, "people-of-tests");
    }
}
