package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.CockpitWindow;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.LateClocks;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager looks after what is late, in Cockpit, and is told of it in Tasklist. */
@Tag("browser")
@RunningNovelo
class CockpitWalkTest {

    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private LateClocks late;
    private Colleagues colleagues;
    private String queue = "";
    private String phone = "";
    private String ticket = "";

    @BeforeEach
    void givenATicketInAQueueOfItsOwn() {
        late = new LateClocks(jdbc, cases);
        colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of());
        phone = customer.newPhone();
        ticket = ticket(phone, "Helena Prado");
    }

    private String ticket(String from, String name) {
        customer.says(from, "minha geladeira não gela");
        var number = cases.ticketOf(from);
        eventually(() -> cases.taskOf(number));
        eventually(() -> !customer.received(from).isEmpty());
        agent.patch("marta", "/api/v1/customers/" + cases.fact(number, "customer"), Map.of("name", name));
        agent.post("marta", "/api/v1/cases/" + number + "/transfer", Map.of("queue", queue));
        return number;
    }

    @Test
    void aManagerSeesWhatIsLateAndLooksAfterIt() {
        var marta = at("marta", 1366, 768);
        marta.inQueue(queue);
        assertThat(marta.board()).containsText("Nada estourado.");

        late.breach(ticket, "resolution");

        var row = marta.row(ticket, "resolution");
        assertThat(row).containsText("Helena Prado");
        assertThat(row).containsText("Atrasado:");
        assertThat(marta.tab("Estourados")).containsText("1");
        others();
        assertThat(marta.tab("Estourados")).containsText("4");
        picture(marta.page(), "120-sla-breached-1366");
        opensTheCase(marta, row);
        reassigns(marta, row);
        narrows(marta, row);
        raises(marta, row);
        callsIn(marta, row);
        opensTheClock(marta, row);
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    /** The board is full of cases on any day. */
    private void others() {
        for (var name :
                List.of("Paulo Siqueira", HOSTILE, "Marcenaria e Restauração de Móveis Antigos Três Irmãos Ltda.")) {
            late.breach(ticket(customer.newPhone(), name), "resolution");
        }
    }

    private void opensTheCase(CockpitWindow marta, Locator row) {
        row.getByText("Helena Prado").click();
        assertThat(marta.page().locator("novelo-thread")).containsText("minha geladeira não gela");
        picture(marta.page(), "120-sla-case-1366");
        marta.page().navigate(server() + "/camunda/app/cockpit/default/");
        marta.inQueue(queue);
        assertThat(row).isVisible();
    }

    private void reassigns(CockpitWindow marta, Locator row) {
        marta.press(row, "Repassar");
        marta.dialog().locator("select[name=to]").selectOption("agent");
        marta.dialog().locator("select[name=agent]").selectOption("carla");
        marta.dialog().locator("textarea").fill("Pode ver com o fornecedor?");
        picture(marta.page(), "121-sla-reassign");
        marta.press(marta.dialog(), "Repassar");
        assertThat(marta.board()).containsText("Caso repassado.");
        assertThat(row).containsText("Carla");
        var group = marta.board().locator(".groups");
        assertThat(group).containsText("Carla Nogueira 1");
        assertThat(group).containsText("Ninguém 3");
        assertThat(row.locator("[data-deed=give]")).isFocused();
        assertThat(cases.fact(ticket, "owner")).isEqualTo("carla");
    }

    private void narrows(CockpitWindow marta, Locator row) {
        var carla = marta.board().locator(".groups").getByText("Carla Nogueira");
        carla.click();
        assertThat(marta.board().locator("tbody tr")).hasCount(1);
        assertThat(marta.board().getByLabel("Responsável")).hasValue("carla");
        assertThat(carla).hasAttribute("aria-pressed", "true");
        picture(marta.page(), "121-sla-narrowed");
        carla.click();
        assertThat(marta.board().locator("tbody tr")).hasCount(4);
        assertThat(row).isVisible();
    }

    private void raises(CockpitWindow marta, Locator row) {
        marta.press(row, "Prioridade");
        picture(marta.page(), "122-sla-priority");
        marta.dialog().locator("select[name=priority]").selectOption("URGENT");
        marta.press(marta.dialog(), "Mudar");
        assertThat(marta.board()).containsText("Agora: Urgente.");
        assertThat(row.locator(".prio")).hasText("Urgente");
    }

    private void callsIn(CockpitWindow marta, Locator row) {
        for (var outcome : List.of("Ajuda chamada.", "A ajuda já tinha sido chamada há pouco.")) {
            marta.press(row, "Chamar ajuda");
            marta.press(marta.dialog(), "Chamar");
            assertThat(marta.board()).containsText(outcome);
            assertThat(marta.dialog()).hasCount(0);
        }
    }

    private void opensTheClock(CockpitWindow marta, Locator row) {
        row.getByTitle("Abrir o relógio no Cockpit").click();
        assertThat(marta.page())
                .hasURL(Pattern.compile(".*#/process-instance/"
                        + cases.instanceOf(ticket, "service-level").getId() + ".*"));
        assertThat(marta.page().locator("body")).containsText("Service level");
        assertThat(marta.page().locator("svg .djs-shape").first()).isVisible();
        picture(marta.page(), "123-sla-clock");
        marta.page().goBack();
        assertThat(marta.board()).isVisible();
    }

    @Test
    void whatIsSoonDueWhatWaitsAndWhatEndedLateHaveViewsOfTheirOwn() {
        var soon = ticket(customer.newPhone(), "Paulo Siqueira");
        late.due(soon, "firstResponse", clock.instant().plus(Duration.ofMinutes(40)));
        var waiting = ticket(customer.newPhone(), "Regina Alves");
        agent.writes("marta", cases.conversationOf(phoneOf(waiting)), "Desde quando?");
        agent.post(
                "marta",
                "/api/v1/conversations/" + cases.conversationOf(phoneOf(waiting)) + "/snooze",
                Map.of("onReply", true));
        late.breach(ticket, "firstResponse");
        agent.post("marta", "/api/v1/cases/" + ticket + "/transfer", Map.of("agent", "bruno"));
        var marta = at("marta", 1920, 1080);
        marta.inQueue(queue);

        marta.tab("Vencem em 1 hora").click();
        assertThat(marta.row(soon, "firstResponse")).containsText("Restam");
        picture(marta.page(), "124-sla-due-1920");
        marta.page().keyboard().press("ArrowRight");
        assertThat(marta.row(waiting, "resolution")).containsText("Espera o cliente");
        picture(marta.page(), "124-sla-paused-1920");
        marta.row(waiting, "resolution").getByText("Regina Alves").click();
        assertThat(marta.page().locator("novelo-aside novelo-thread")).containsText("Desde quando?");
        picture(marta.page(), "125-sla-conversation");
        marta.page().keyboard().press("Escape");

        marta.tab("Encerrados com atraso").click();
        assertThat(marta.board()).containsText("Nada terminou com atraso neste período.");
        agent.writes("bruno", cases.conversationOf(phone), "Desculpe a demora!");
        assertThat(marta.row(ticket, "firstResponse")).containsText("Com atraso de");
        assertThat(marta.row(ticket, "firstResponse")).containsText("Bruno");
        assertThat(marta.row(ticket, "firstResponse").locator("button.plain")).hasCount(0);
        picture(marta.page(), "126-sla-late-1920");
        marta.board().getByLabel("Responsável").selectOption("carla");
        assertThat(marta.board()).containsText("Nada terminou com atraso neste período.");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void aBurstOfNewsIsNoBurstOfQuestions() {
        var marta = at("marta", 1366, 768);
        marta.inQueue(queue);
        assertThat(marta.board()).containsText("Nada estourado.");
        var asked = new AtomicInteger();
        marta.page().onRequest(request -> {
            if (request.url().contains("/service-levels/counts")) {
                asked.incrementAndGet();
            }
        });
        var began = System.nanoTime();

        for (int n = 0; n < 6; n++) {
            late.breach(ticket(customer.newPhone(), "Paulo Siqueira"), "resolution");
        }
        assertThat(marta.tab("Estourados")).containsText("6");
        var seconds = (System.nanoTime() - began) / 1_000_000_000;

        assertThat(asked.get()).isBetween(1, (int) (seconds / 2) + 2);
    }

    @Test
    void namesAreShownAndNeverRun() {
        var hostile = ticket(customer.newPhone(), HOSTILE);
        late.breach(hostile, "resolution");
        var marta = at("marta", 1366, 768);
        marta.inQueue(queue);

        assertThat(marta.row(hostile, "resolution")).containsText(HOSTILE);
        marta.press(marta.row(hostile, "resolution"), "Chamar ajuda");
        assertThat(marta.dialog()).containsText(HOSTILE);
        assertThat(marta.page().title()).doesNotContain("owned");
        assertThat(marta.board().locator("img")).hasCount(0);
    }

    @Test
    void speaksTheReadersLanguage() {
        late.breach(ticket, "resolution");
        for (var words : List.of("en-GB Late: Reassign", "es-MX Atrasado: Reasignar").stream()
                .map(line -> line.split(" "))
                .toList()) {
            var page = browser.open(1366, 768, words[0]);
            var marta = CockpitWindow.of(page, server(), "marta", "people-of-tests");
            page.locator("novelo-sla select").nth(1).selectOption(queue);
            assertThat(marta.row(ticket, "resolution")).containsText(words[1]);
            assertThat(marta.row(ticket, "resolution")).containsText(words[2]);
            picture(page, "127-sla-" + words[0]);
        }
    }

    @Test
    void whoManagesNobodySeesNoBoard() {
        var davi = at("davi", 1366, 768);

        assertThat(davi.page().locator("body")).containsText("Running Process Instances");
        assertThat(davi.board()).hasCount(0);
        picture(davi.page(), "128-no-sla");
    }

    @Test
    void aNoticeIsShownInTasklistOpensTheCaseAndIsRead() {
        var colleague = present();
        var page = browser.open(1366, 768, "pt-BR");
        var window = TasklistWindow.of(page, server(), colleague, "people-of-tests");
        var strip = page.locator("novelo-attention");
        assertThat(strip).isHidden();

        give(ticket, colleague);
        late.breach(ticket, "resolution");
        assertThat(strip).containsText("1 aviso");
        strip.locator("summary").click();
        assertThat(strip).containsText("Helena Prado");
        assertThat(strip).containsText("Solução: o prazo passou");
        picture(page, "129-notice");
        strip.getByText("Helena Prado").click();

        assertThat(window.thread()).containsText("minha geladeira não gela");
        assertThat(strip).isHidden();
        colleagues.goHome(List.of(colleague));
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void noticesAreReadOneByOneOrTogether() {
        var colleague = present();
        for (var name : List.of("Paulo Siqueira", HOSTILE, "Regina Alves")) {
            var number = ticket(customer.newPhone(), name);
            give(number, colleague);
            late.breach(number, "resolution");
        }
        var page = browser.open(1920, 1080, "pt-BR");
        TasklistWindow.of(page, server(), colleague, "people-of-tests");
        var strip = page.locator("novelo-attention");
        assertThat(strip).containsText("3 avisos");
        strip.locator("summary").click();
        assertThat(strip).containsText(HOSTILE);
        picture(page, "130-notices-1920");

        strip.getByTitle("Marcar como lido").first().click();
        assertThat(strip).containsText("2 avisos");
        strip.getByText("Marcar todos como lidos").click();

        assertThat(strip).isHidden();
        assertThat(agent.get(colleague, "/api/v1/notices").body().path("items")).isEmpty();
        assertThat(agent.post(colleague, "/api/v1/notices/read", Map.of("upTo", "soon"))
                        .status())
                .isEqualTo(400);
        colleagues.goHome(List.of(colleague));
    }

    /** @return somebody of the queue who is there: his are the notices of what he has */
    private String present() {
        var colleague = colleagues.hired(queue, Map.of("capacity", 9));
        colleagues.says(colleague, "ONLINE");
        return colleague;
    }

    private void give(String number, String colleague) {
        agent.post("marta", "/api/v1/cases/" + number + "/transfer", Map.of("agent", colleague));
    }

    private String phoneOf(String number) {
        return jdbc.sql(
                        "select i.value from customer.identity i join casework.case_file f on f.customer = i.customer where f.number = ? and i.value ~ '^55' limit 1")
                .param(number)
                .query(String.class)
                .single();
    }

    private CockpitWindow at(String user, int width, int height) {
        return CockpitWindow.of(browser.open(width, height, "pt-BR"), server(), user, "people-of-tests");
    }

    private String server() {
        return "http://localhost:" + port;
    }
}
