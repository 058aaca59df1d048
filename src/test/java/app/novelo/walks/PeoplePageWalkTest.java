package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.Colleagues;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator hires somebody, who says that he is there, is absent, and leaves. */
@Tag("browser")
@RunningNovelo
class PeoplePageWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Agent agent;

    private Colleagues colleagues;
    private String queue;
    private String colleague;
    private String id;

    @BeforeEach
    void aQueueOfItsOwnWithOnePerson() {
        colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of());
        colleague = colleagues.hired(queue, Map.of());
        id = colleague + ".nova";
    }

    @AfterEach
    void goesHome() {
        colleagues.goHome(List.of(colleague));
    }

    @Test
    void somebodyIsHiredIsThereIsAbsentAndLeaves() {
        var admin = ChannelWindow.ofPeople(browser.open(1280, 900, "pt-BR"), server(), "admin", "admin-of-tests");
        assertThat(admin.title()).hasText("Pessoas");
        picture(admin.page(), "90-people");

        hires(admin);
        isThere(admin);
        isAbsent(admin);
        leaves(admin);
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    private void hires(ChannelWindow admin) {
        admin.link("Adicionar pessoa").click();
        admin.press("Adicionar");
        assertThat(admin.main().locator(".wrong").first()).not().isEmpty();
        admin.text("Nome de usuário").fill(id);
        admin.text("Nome próprio").fill("Joana <b>Silva</b>");
        admin.field("Senha").fill("curta");
        admin.press("Adicionar");
        assertThat(admin.main()).containsText("Pelo menos 10 caracteres.");
        admin.field("Senha").fill("people-of-tests");
        admin.text("WhatsApp próprio").fill("1234");
        admin.press("Adicionar");
        assertThat(admin.main()).containsText("Um número como +55 11 91234-5678.");
        admin.text("WhatsApp próprio").fill("(11) 91234-5678");
        tick(admin, "Fila " + queue);
        tick(admin, "Inglês");
        picture(admin.page(), "91-person-new");
        admin.press("Adicionar");

        admin.hears("Pessoa adicionada.");
        assertThat(admin.title()).hasText("Joana <b>Silva</b>");
        assertThat(admin.text("WhatsApp próprio")).hasValue("+55 11 91234-5678");
        picture(admin.page(), "92-person");
        assertThat(agent.get(id, "/api/v1/session").status()).isEqualTo(200);
        admin.field("Capacidade").fill("muitas");
        admin.press("Salvar");
        assertThat(admin.main()).containsText("Um número inteiro de até 1000.");
        admin.field("Capacidade").fill("7");
        admin.press("Salvar");
        admin.hears("Salvo.");
        assertThat(agent.get("marta", "/api/v1/agents/" + id)
                        .body()
                        .path("capacity")
                        .asInt())
                .isEqualTo(7);
    }

    /** He says so in Tasklist, and the administrator sees it without doing anything. */
    private void isThere(ChannelWindow admin) {
        admin.go("#people?q=" + id);
        assertThat(admin.main()).containsText("Desconectado");
        var page = browser.open(1280, 900, "pt-BR");
        TasklistWindow.of(page, server(), id, "people-of-tests");
        var strip = page.locator("novelo-presence");
        assertThat(strip).containsText("0 de 7 tarefas");
        strip.getByLabel("Estou").selectOption("ONLINE");
        picture(page, "93-presence");
        eventually(() ->
                agent.get(id, "/api/v1/presence").body().path("status").asText().equals("ONLINE"));
        assertThat(row(admin)).containsText("Disponível");
        picture(admin.page(), "94-present");
        strip.getByLabel("Estou").selectOption("AWAY");
        strip.getByLabel("Motivo").fill("almoço");
        strip.getByLabel("Motivo").press("Enter");
        assertThat(row(admin)).containsText("almoço");
    }

    private void isAbsent(ChannelWindow admin) {
        admin.go("#absences/new?agent=" + id);
        admin.field("Até").fill("2099-01-01T09:00");
        admin.main().locator("select[name=substitute]").selectOption(colleague);
        admin.text("Motivo").fill("férias");
        picture(admin.page(), "95-absence-new");
        admin.press("Registrar");
        assertThat(admin.title()).hasText("Ausências");
        assertThat(admin.main()).containsText("férias");
        picture(admin.page(), "95-absences");
        admin.go("#people?q=" + id);
        assertThat(row(admin)).containsText("Ausente");
    }

    private void leaves(ChannelWindow admin) {
        admin.go("#people/" + id);
        admin.main().getByText("Desligamento…").click();
        admin.main().locator("select[name=to]").selectOption(colleague);
        admin.text("Recado").fill("Boa sorte!");
        picture(admin.page(), "96-leave");
        admin.press("Repassar e bloquear");
        picture(admin.page(), "96-leave-ask");
        admin.page().locator("dialog").getByText("Repassar e bloquear").click();
        admin.hears("Repassados: 0 casos, 0 clientes.");
        assertThat(admin.main()).containsText("Esta pessoa saiu");
        assertThat(agent.get(id, "/api/v1/session").status()).isEqualTo(401);
        admin.go("#people?left=true&q=" + id);
        assertThat(row(admin)).containsText("Saiu");
    }

    @Test
    void queuesAndSkillsAreMadeAndChanged() {
        var marta = ChannelWindow.ofPeople(browser.open(1280, 900, "pt-BR"), server(), "marta", "people-of-tests");
        marta.section("Filas");
        assertThat(marta.main()).containsText("Triagem");
        picture(marta.page(), "97-queues");
        marta.link("Adicionar fila").click();
        marta.text("Nome curto").fill(queue);
        marta.text("Nome").fill("Fila da Marta");
        marta.press("Adicionar");
        assertThat(marta.main().locator(".error")).containsText("Já existe");
        marta.text("Nome curto").fill(queue + "-b");
        marta.main().locator("select[name=overflowQueue]").selectOption("triage");
        marta.main().locator("input[name=overflowMinutes]").fill("20");
        picture(marta.page(), "97-queue-new");
        marta.press("Adicionar");
        marta.hears("Fila adicionada.");
        assertThat(marta.title()).hasText("Fila da Marta");
        assertThat(marta.main()).containsText("Ninguém está nesta fila");
        picture(marta.page(), "97-queue");

        marta.section("Habilidades");
        marta.text("Nome curto").fill("walk-skill");
        marta.text("Nome").fill("Malabarismo");
        marta.press("Adicionar");
        marta.hears("Salvo.");
        assertThat(marta.main()).containsText("Malabarismo");
        picture(marta.page(), "98-skills");
        agent.delete("marta", "/api/v1/skills/walk-skill");
        assertThat(marta.main()).not().containsText("Malabarismo");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void aCalendarIsMadeAndSaysWhatItMeans() {
        var marta = ChannelWindow.ofPeople(browser.open(1280, 1000, "pt-BR"), server(), "marta", "people-of-tests");
        marta.section("Calendários");
        assertThat(marta.main()).containsText("segunda-feira: 09:00-12:00, 13:00-18:00");
        picture(marta.page(), "98-calendars");
        marta.link("Adicionar calendário").click();
        var name = queue + "-hours";
        marta.text("Nome").fill(name);
        marta.field("segunda-feira").fill("9 às 12");
        marta.press("Salvar");
        assertThat(marta.main().locator(".wrong").nth(1)).hasText("Intervalos como 09:00-12:00, 13:00-18:00.");
        marta.field("segunda-feira").fill("09:00-12:00, 13:00-18:00");
        marta.field("sexta-feira").fill("22:00-06:00");
        marta.field("Dias diferentes").fill("2099-12-24 09:00-12:00 Véspera\n2099-12-31 Recesso");
        marta.press("Salvar");

        marta.hears("Salvo.");
        assertThat(marta.title()).hasText(name);
        assertThat(marta.main().locator("tbody tr")).hasCount(14);
        assertThat(marta.main()).containsText("22:00-06:00");
        picture(marta.page(), "98-calendar");
        var stored = agent.get("marta", "/api/v1/calendars/" + name).body().toString();
        assertThat(stored).contains("Véspera", "2099-12-31", "\"opens\":\"22:00\"");
        marta.press("Remover");
        marta.page()
                .locator("dialog")
                .getByText("Remover", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(marta.title()).hasText("Calendários");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void speaksTheReadersLanguageAndFitsATelephone() {
        for (var language : List.of("en-GB", "es-MX")) {
            var page = browser.open(1280, 900, language);
            TasklistWindow.of(page, server(), "marta", "people-of-tests");
            page.navigate(server() + "/desk/people");
            assertThat(page.locator("h1")).hasText(language.startsWith("en") ? "People" : "Personas");
            assertThat(page.locator("main tbody tr")).not().hasCount(0);
            picture(page, "99-people-" + language);
            page.navigate(server() + "/desk/people#queues");
            assertThat(page.locator("h1")).hasText(language.startsWith("en") ? "Queues" : "Colas");
            picture(page, "99-queues-" + language);
        }
        var phone = ChannelWindow.ofPeople(browser.open(390, 800, "pt-BR"), server(), "marta", "people-of-tests");
        assertThat(phone.main().locator("tbody tr")).not().hasCount(0);
        assertThat(phone.fits()).isTrue();
        picture(phone.page(), "99-people-phone");
    }

    private static void tick(ChannelWindow window, String label) {
        window.main()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .check();
    }

    private static Locator row(ChannelWindow window) {
        return window.main().locator("tbody tr").first();
    }

    private String server() {
        return "http://localhost:" + port;
    }
}
