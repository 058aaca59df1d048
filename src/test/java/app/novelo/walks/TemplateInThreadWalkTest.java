package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A template that was sent is read in the thread as the customer reads it, and why it failed. */
@Tag("browser")
@RunningNovelo
class TemplateInThreadWalkTest {

    private static final String VISIT =
            """
            [{'type':'HEADER','format':'TEXT','text':'Visita técnica'},
             {'type':'BODY','text':'Olá {{1}}, sua visita é {{2}}. Podemos confirmar?','example':{'body_text':[['Ana','terça']]}},
             {'type':'FOOTER','text':'Casa Clima'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Sim'},
              {'type':'URL','text':'Ver no mapa','url':'https://example.org/{{1}}','example':['https://example.org/a']}]}]""";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    Agent agent;

    @Autowired
    MetaDesk meta;

    @Autowired
    ObjectMapper json;

    @Test
    void isReadAsTheCustomerReadsIt() throws IOException {
        var phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        eventually(() -> customer.received(phone).size() == 1);
        var conversation = cases.conversationOf(phone);
        var name = meta.newName();
        meta.approved(name, "pt_BR", "UTILITY", VISIT);
        cases.aDayPassesFor(conversation);
        var body =
                "{'kind':'template','name':'%s','language':'pt_BR','values':{'1':'Ana','2':'terça às 14h','button.1':'4711'}}"
                        .formatted(name)
                        .replace('\'', '"');
        var path = "/api/v1/conversations/" + conversation + "/messages";
        agent.post("bruno", path, json.readTree(body));
        eventually(() -> customer.received(phone).size() == 2);
        customer.fault(phone, "status-failed", 132015, 1);
        agent.post("bruno", path, json.readTree(body));

        var bruno = TasklistWindow.of(
                        browser.open(1280, 900, "pt-BR"), "http://localhost:" + port, "bruno", "people-of-tests")
                .open(phone.substring(4, 9) + "-" + phone.substring(9));

        var sent = bruno.thread().locator("[data-kind=template]");
        assertThat(sent).hasCount(2);
        assertThat(sent.first()).containsText("Visita técnica");
        assertThat(sent.first()).containsText("Olá Ana, sua visita é terça às 14h. Podemos confirmar?");
        assertThat(sent.first()).containsText("Casa Clima");
        assertThat(sent.first().locator("a")).hasAttribute("href", "https://example.org/4711");
        assertThat(sent.last()).containsText("pausou o modelo");
        picture(bruno.page(), "28-template");
        assertThat(browser.complaints()).isEmpty();
    }
}
