package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who writes to two of the company's numbers is one customer, and is answered from the one that he wrote to. */
@Tag("browser")
@RunningNovelo
class ThreadsWalkTest {

    private static final String FIRST = "100000000000001";
    private static final String SECOND = "100000000000002";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    @Test
    void anAgentSeesWhatElseIsSaidAndAnswersThereFromThatLine() {
        var phone = customer.newPhone();
        var shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.sends(phone, SECOND, text("meu pedido não chegou"));
        eventually(() -> received(phone, SECOND) == 1);
        customer.sends(phone, FIRST, text("minha geladeira não gela"));
        eventually(() -> received(phone, FIRST) == 1);
        var tickets = cases.numbersOf(phone);
        var bruno = TasklistWindow.of(
                browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, "bruno", "people-of-tests");
        bruno.listed(shown);
        bruno.entry(shown)
                .filter(new Locator.FilterOptions().setHasText("geladeira"))
                .click();

        var others = bruno.page().locator("novelo-head .threads").first();
        assertThat(others).containsText("Outras conversas");
        assertThat(others).containsText("+55 11 4000-2000 · " + tickets.get(0) + " · aberta");
        assertThat(bruno.page().locator("novelo-head .facts").first()).containsText("+55 11 4000-1000");
        picture(bruno.page(), "56-threads");
        others.locator("button").click();

        var aside = bruno.page().locator("novelo-aside");
        assertThat(aside.locator("novelo-thread")).containsText("meu pedido não chegou");
        assertThat(aside.locator("novelo-head .threads")).containsText("+55 11 4000-1000");
        picture(bruno.page(), "57-other-thread");
        aside.locator("novelo-composer textarea").fill("Seu pedido sai hoje");
        bruno.page().keyboard().press("Enter");

        eventually(() -> received(phone, SECOND) == 2);
        org.assertj.core.api.Assertions.assertThat(received(phone, FIRST)).isEqualTo(1);
    }

    private long received(String phone, String line) {
        return customer.sees(phone).stream()
                .filter(message -> message.path("direction").asText().equals("OUT")
                        && message.path("line").asText().equals(line))
                .count();
    }

    private ObjectNode text(String body) {
        var message = json.createObjectNode().put("type", "text");
        message.putObject("text").put("body", body);
        return message;
    }
}
