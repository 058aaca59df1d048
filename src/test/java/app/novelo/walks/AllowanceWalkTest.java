package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
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

    private static final String SECOND = "+55 11 4000-2000";
    private static final String UNPAID = "+55 11 4999-1042";
    private static final String NUMBER = "100000000000002";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String unpaid = "";
    private String unpaidLine = "";

    @AfterEach
    void theLineHasSentNothingAndEverythingIsPaid() {
        jdbc.sql("delete from channel.usage where messages >= 80000").update();
        if (!unpaid.isEmpty()) {
            customer.put("/sandbox/accounts/" + unpaid, json.createObjectNode().put("funded", true));
            agent.post("marta", "/api/v1/lines/" + unpaidLine + "/check", null);
        }
    }

    @Test
    void aManagerIsToldOnceThatFreeMessagesComeToTheirEndAndOnceThatTheyAreUsedUp() {
        givenFreeMessages(NUMBER, 80_500);
        var marta = at("marta");

        assertThat(strip(marta, SECOND)).containsText("usou 80.500 das 100.000 mensagens grátis");
        assertThat(strip(marta, SECOND)).containsText("Quando acabarem, o WhatsApp cobra cada resposta.");
        picture(marta.page(), "53-allowance");
        strip(marta, SECOND).getByText("Entendi").click();
        assertThat(strip(marta, SECOND)).hasCount(0);
        marta.page().reload();
        assertThat(marta.page().locator(".task-filters .item").first()).isVisible();
        assertThat(strip(marta, SECOND)).hasCount(0);

        givenFreeMessages(NUMBER, 100_000);
        marta.page().reload();

        assertThat(strip(marta, SECOND)).containsText("usou todas as 100.000 mensagens grátis do mês");
    }

    @Test
    void anAgentIsNotBotheredWithIt() {
        givenFreeMessages(NUMBER, 100_000);

        var bruno = at("bruno");

        bruno.page().waitForTimeout(1_000); // it would be there by then
        assertThat(bruno.page().locator("novelo-lines [data-allowance]")).hasCount(0);
    }

    /** Afterwards WhatsApp refuses them with 131042. */
    @Test
    void aManagerOfAnAccountThatCannotPayIsToldThatAnswersWillStop() {
        givenFreeMessages(aNumberThatNobodyPaysFor(), 90_000);

        var marta = at("marta");

        assertThat(strip(marta, UNPAID)).containsText("90.000 das 100.000");
        assertThat(strip(marta, UNPAID))
                .containsText("A conta não tem forma de pagamento: quando acabarem, nenhuma resposta sai.");
        picture(marta.page(), "54-allowance-unpaid");
    }

    private String aNumberThatNobodyPaysFor() {
        var account = customer.post("/sandbox/accounts", json.createObjectNode())
                .path("id")
                .asText();
        var number = customer.post("/sandbox/lines", json.createObjectNode().put("account", account))
                .path("id")
                .asText();
        var token = customer.post("/sandbox/accounts/" + account + "/tokens", json.createObjectNode())
                .path("value")
                .asText();
        customer.put("/sandbox/accounts/" + account, json.createObjectNode().put("funded", false));
        unpaid = account;
        var line = agent.post(
                        "marta", "/api/v1/lines", Map.of("providerId", number, "account", account, "display", UNPAID))
                .body()
                .path("id")
                .asText();
        unpaidLine = line;
        agent.put("marta", "/api/v1/accounts/" + account + "/token", Map.of("token", token));
        agent.post("marta", "/api/v1/lines/" + line + "/check", null);
        eventually(() -> agent.get("marta", "/api/v1/lines/" + line + "/allowance")
                .body()
                .path("payment")
                .asText()
                .equals("MISSING"));
        return number;
    }

    private void givenFreeMessages(String number, int messages) {
        jdbc.sql(
                        """
                        insert into channel.usage (line, month, category, type, currency, messages, unpriced, amount)
                        select id, ?, 'service', 'free_customer_service', '', ?, 0, 0 from channel.line where provider_id = ?
                        on conflict (line, month, category, type, currency) do update set messages = excluded.messages""")
                .param(LocalDate.now(clock).withDayOfMonth(1))
                .param(messages)
                .param(number)
                .update();
    }

    /** Of the line: what all tests together send on the sample company's first may have used up its free messages. */
    private static Locator strip(TasklistWindow window, String line) {
        return window.page()
                .locator("novelo-lines [data-allowance]")
                .filter(new Locator.FilterOptions().setHasText(line));
    }

    private TasklistWindow at(String user) {
        return TasklistWindow.of(browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, user, "people-of-tests");
    }
}
