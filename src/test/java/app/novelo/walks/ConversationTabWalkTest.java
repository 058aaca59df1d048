package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Route;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an agent meets in the tab "Conversation" besides the smooth way. */
@Tag("browser")
@RunningNovelo
class ConversationTabWalkTest {

    private static final int NOT_ON_WHATSAPP = 131026;
    private static final int MORE_THAN_A_PAGE = 60;

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

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        customer.says(phone, "minha geladeira não gela");
    }

    @Test
    void oneAgentSpeaksAndAnotherTakesOver() {
        var bruno = at("bruno", "pt-BR").open(shown);
        var carla = at("carla", "pt-BR").open(shown);
        bruno.press("Assumir tarefa");

        assertThat(carla.composer()).containsText("Bruno Azevedo está falando com este cliente.");
        assertThat(carla.text()).isDisabled();
        picture(carla.page(), "09-not-your-turn");
        carla.press("Assumir a conversa");
        carla.write("Oi, aqui é a Carla, cuido disso agora.");

        assertThat(bruno.thread()).containsText("cuido disso agora");
        assertThat(bruno.composer()).containsText("Carla");
        assertThat(bruno.text()).isDisabled();
        carla.press("Devolver");
        assertThat(bruno.composer()).containsText("O processo está falando com o cliente");
        assertThat(bruno.text()).isEnabled();
    }

    @Test
    void aMessageThatFailsSaysWhyInPlainWords() {
        var bruno = at("bruno", "pt-BR").open(shown);
        customer.fault(phone, "status-failed", NOT_ON_WHATSAPP, 1);

        bruno.write("Consegue me mandar o modelo?");

        assertThat(bruno.bubble("o modelo?").locator("[data-status=FAILED]")).isVisible();
        assertThat(bruno.bubble("o modelo?")).containsText("sem WhatsApp neste número");
        picture(bruno.page(), "10-failed-message");
    }

    @Test
    void aMessageThatIsNotLetGoSaysWhyInPlainWords() {
        var bruno = at("bruno", "pt-BR").open(shown);
        eventually(() -> customer.received(phone).size() == 1); // the protocol is told
        customer.fault(phone, "http-500", 0, -1);

        bruno.write("Chego amanhã às nove.");
        assertThat(bruno.bubble("às nove").locator("[data-status=QUEUED]")).isVisible(); // it has been taken
        cases.aDayPassesFor(cases.conversationOf(phone)); // while it waits for WhatsApp to be back

        assertThat(bruno.bubble("às nove").locator("[data-status=FAILED]")).isVisible();
        customer.noFaults();
        assertThat(bruno.bubble("às nove")).containsText("o cliente escreveu há mais de 24 horas");
        picture(bruno.page(), "10-message-not-let-go");
    }

    @Test
    void whatWasTypedOutlivesAnotherTabAndAServerThatIsAway() {
        var bruno = at("bruno", "pt-BR").open(shown);
        bruno.text().fill("Vou verificar com a fábrica e");
        bruno.tab("Form");
        bruno.tab("Conversa");
        assertThat(bruno.text()).hasValue("Vou verificar com a fábrica e");

        bruno.page().route("**/api/v1/conversations/*/messages", route -> route.abort());
        bruno.write("Vou verificar com a fábrica.");
        assertThat(bruno.composer()).containsText("o servidor não responde");
        assertThat(bruno.text()).hasValue("Vou verificar com a fábrica.");
        picture(bruno.page(), "11-server-away");

        bruno.page().unroute("**/api/v1/conversations/*/messages");
        bruno.text().press("Enter");
        assertThat(bruno.bubble("com a fábrica.").locator("[data-status=DELIVERED]"))
                .isVisible();
        assertThat(bruno.bubble("com a fábrica.")).hasCount(1);
        assertThat(bruno.text()).isEmpty();
        assertThat(customer.received(phone))
                .filteredOn(text -> text.contains("fábrica"))
                .hasSize(1);
    }

    @Test
    void whatDidNotWorkIsSaidInTheReadersLanguage() {
        var bruno = at("bruno", "pt-BR").open(shown);
        bruno.page().route("**/task/*/claim", route -> {
            cases.claim("carla", cases.taskOf(cases.ticketOf(phone)).getId());
            route.resume();
        });
        bruno.press("Assumir tarefa");
        assertThat(bruno.composer().locator(".error:not([hidden])"))
                .hasText("Não deu certo: alguém já assumiu esta tarefa.");

        bruno.page().route("**/takeover", route -> route.abort());
        bruno.press("Assumir a conversa");
        assertThat(bruno.composer().locator(".error:not([hidden])")).hasText("Não deu certo: o servidor não responde.");
    }

    @Test
    void nothingIsLeftOutAfterALostConnection() {
        var browserOfBruno = browser.open(1600, 1000, "pt-BR");
        browserOfBruno.route("**/api/v1/events", route -> route.abort());
        var bruno = TasklistWindow.of(browserOfBruno, "http://localhost:" + port, "bruno", "people-of-tests");
        bruno.open(shown);
        assertThat(bruno.page().locator("novelo-conversation")).containsText("Sem conexão ao vivo");
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            customer.says(phone, "recado " + i);
        }

        browserOfBruno.unroute("**/api/v1/events");

        assertThat(bruno.bubble("recado " + (MORE_THAN_A_PAGE - 1))).isVisible();
        assertThat(bruno.bubble("recado ")).hasCount(MORE_THAN_A_PAGE);
    }

    /** WhatsApp's times are whole seconds, and people write faster. */
    @Test
    void messagesOfOneSecondKeepTheirOrderOnEveryPage() {
        var said = IntStream.range(0, MORE_THAN_A_PAGE)
                .mapToObj(i -> "recado " + i)
                .toList();
        said.forEach(text -> customer.says(phone, text));
        eventually(() -> cases.handled(cases.conversationOf(phone)) > MORE_THAN_A_PAGE);
        var browserOfBruno = browser.open(1600, 1000, "pt-BR");
        browserOfBruno.route("**/messages?order=newest*", ConversationTabWalkTest::inOneSecond);
        var bruno = TasklistWindow.of(browserOfBruno, "http://localhost:" + port, "bruno", "people-of-tests");

        bruno.open(shown).thread().locator(".earlier").click();

        assertThat(bruno.bubble("recado ")).hasCount(MORE_THAN_A_PAGE);
        assertThat(bruno.bubble("recado ").locator(".text").allTextContents()).isEqualTo(said);
    }

    private static void inOneSecond(Route route) {
        var answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replaceAll("\"at\":\"[^\"]+\"", "\"at\":\"2026-01-05T12:00:00Z\"")));
    }

    @Test
    void newMessagesDoNotPullTheReaderAway() {
        var bruno = at("bruno", "pt-BR").open(shown);
        for (int i = 0; i < 14; i++) {
            customer.says(phone, "e também a porta número " + i);
        }
        assertThat(bruno.bubble("a porta número 13")).isVisible();
        bruno.thread().locator(".scroll").evaluate("list => { list.scrollTop = 0; }");
        bruno.page().waitForTimeout(200);

        customer.says(phone, "última coisa: está pingando");

        assertThat(bruno.thread().locator(".more")).containsText("Novas mensagens (1)");
        assertThat((double) bruno.thread().locator(".scroll").evaluate("list => list.scrollTop * 1.0 + 0.5"))
                .isLessThan(10);
        picture(bruno.page(), "12-new-messages");
        bruno.thread().locator(".more").click();
        assertThat(bruno.thread().locator(".more")).isHidden();
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(at("carla", "en-US").open(shown).head()).containsText("Why it is here");
        assertThat(at("ana", "es-AR").page().locator(".task-filters")).containsText("Minhas filas");
        var rows = at("bruno", "es-AR").open(shown);
        assertThat(rows.head()).containsText("Por qué está aquí");
        picture(rows.page(), "13-spanish");
    }

    private TasklistWindow at(String user, String language) {
        return TasklistWindow.of(
                browser.open(1600, 1000, language), "http://localhost:" + port, user, "people-of-tests");
    }
}
