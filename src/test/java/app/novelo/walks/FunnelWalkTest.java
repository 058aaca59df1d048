package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.ChannelWindow;
import app.novelo.support.CockpitWindow;
import app.novelo.support.Colleagues;
import app.novelo.support.Customer;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who sells moves leads over the board, by mouse, by keyboard, and on a telephone. */
@Tag("browser")
@RunningNovelo
class FunnelWalkTest {

    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">Split 12000";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Agent agent;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    private String queue;
    private String seller;

    @BeforeEach
    void aQueueOfItsOwnWithOnePerson() {
        var colleagues = new Colleagues(agent);
        queue = colleagues.queue(Map.of());
        seller = colleagues.hired(queue, Map.of());
    }

    @Test
    void aCardIsMovedAndWhatTheProcessRefusesIsExplained() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        var other = givenALead(customer.newPhone());
        change(lead, Map.of("product", HOSTILE, "value", 1234.56, "probability", 50));
        var board = board(1440, 900, "pt-BR");
        assertThat(cardIn(board, "new", lead)).containsText(HOSTILE);
        assertThat(cardIn(board, "new", lead)).containsText(Pattern.compile("R\\$\\s1\\.234,56"));
        assertThat(column(board, "new").locator(".totals")).containsText(Pattern.compile("pond\\. R\\$\\s617,28"));
        picture(board.page(), "100-funnel");

        card(board, lead).dragTo(column(board, "contacted"));
        board.hears("Ninguém escreveu a este cliente ainda");
        assertThat(cardIn(board, "new", lead)).isVisible();

        agent.writes("marta", cases.conversationOf(phone), "Olá! Posso ajudar?");
        assertThat(cardIn(board, "contacted", lead)).isVisible();

        card(board, lead).dragTo(column(board, "proposal"));
        board.hears("A proposta vem depois");
        card(board, lead).dragTo(column(board, "opportunity"));
        assertThat(cardIn(board, "opportunity", lead)).isVisible();
        eventually(() -> lead(lead).path("stage").asText().equals("opportunity"));
        picture(board.page(), "101-funnel-moved");

        card(board, other).dragTo(column(board, "lost"));
        dialog(board).getByLabel("Motivo da perda").selectOption("competitor");
        dialog(board).getByLabel("Para qual concorrente").fill("Loja do Zé");
        picture(board.page(), "102-funnel-lost");
        press(dialog(board), "Cancelar");
        assertThat(cardIn(board, "new", other)).isVisible();
        card(board, other).dragTo(column(board, "lost"));
        press(dialog(board), "Dar por perdido");
        assertThat(dialog(board).locator(".wrong").first()).hasText("Falta preencher.");
        dialog(board).getByLabel("Motivo da perda").selectOption("competitor");
        dialog(board).getByLabel("Para qual concorrente").fill("Loja do Zé");
        press(dialog(board), "Dar por perdido");
        assertThat(cardIn(board, "lost", other)).containsText("Concorrente");
        eventually(() -> lead(other).path("lostTo").asText().equals("Loja do Zé"));
        assertThat(board.page()).not().hasTitle("owned");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void aCardIsMovedByKeyboard() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        agent.writes("marta", cases.conversationOf(phone), "Olá! Posso ajudar?");
        eventually(() -> lead(lead).path("stage").asText().equals("contacted"));
        var board = board(1440, 900, "pt-BR");
        var name = card(board, lead).locator(".who");
        name.focus();

        name.press("m");
        assertThat(board.page().locator("dialog.menu")).isVisible();
        picture(board.page(), "103-funnel-menu");
        board.page().keyboard().press("Escape");
        assertThat(name).isFocused();
        name.press("m");
        item(board, "Oportunidade").focus();
        board.page().keyboard().press("Enter");
        assertThat(cardIn(board, "opportunity", lead)).isVisible();
        eventually(() -> lead(lead).path("stage").asText().equals("opportunity"));
        assertThat(card(board, lead)).not().hasClass(Pattern.compile("going"));

        name.focus();
        name.press("Shift+ArrowRight");
        dialog(board).getByLabel("Valor").fill("1.234,56");
        press(dialog(board), "Proposta enviada");
        assertThat(cardIn(board, "proposal", lead)).containsText(Pattern.compile("R\\$\\s1\\.234,56"));
        eventually(() -> lead(lead).path("value").decimalValue().doubleValue() == 1234.56);
        assertThat(name).isFocused();
    }

    @Test
    void aCardIsOpenedAndWhatIsKnownIsWrittenDown() {
        var lead = givenALead(customer.newPhone());
        var board = board(1440, 900, "pt-BR");

        card(board, lead).locator(".who").click();
        var sheet = board.page().locator("dialog.sheet");
        assertThat(sheet).containsText("Necessidade");
        picture(board.page(), "104-funnel-sheet");
        sheet.locator("[name=product]").fill(HOSTILE);
        sheet.locator("[name=value]").fill("muito");
        press(sheet, "Salvar");
        assertThat(sheet).containsText("Um valor como 1.234,56.");
        sheet.locator("[name=value]").fill("2.000");
        sheet.locator("[name=nextStep]").fill("Ligar");
        sheet.locator("[name=nextStepAt]").fill("2020-01-01T10:00");
        press(sheet, "Salvar");
        assertThat(sheet.locator("[name=nextStepAt][aria-invalid=true]")).isVisible();
        sheet.locator("[name=nextStepAt]").fill("2099-01-01T10:00");
        sheet.locator("[name=budget]").fill("15000");
        press(sheet, "Salvar");
        board.hears("Salvo.");
        eventually(() -> lead(lead).path("nextStepAt").asText().equals("2099-01-01T13:00:00Z"));
        assertThat(cardIn(board, "new", lead)).containsText(HOSTILE);
        assertThat(cardIn(board, "new", lead)).containsText(Pattern.compile("R\\$\\s2\\.000,00"));

        sheet.locator("[name=objections]").fill("acha caro");
        change(lead, Map.of("competitors", "Loja do Zé"));
        assertThat(sheet).containsText("Alguém mudou este lead agora.");
        assertThat(sheet.locator("[name=objections]")).hasValue("acha caro");
        press(sheet, "Salvar");
        assertThat(sheet.locator("[name=competitors]")).hasValue("Loja do Zé");
        assertThat(sheet.locator("[name=objections]")).hasValue("acha caro");

        press(sheet, "Abrir conversa");
        assertThat(board.page().locator("novelo-conversation")).containsText("ar condicionado");
        picture(board.page(), "105-funnel-conversation");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void itIsUsedOnATelephone() {
        var lead = givenALead(customer.newPhone());
        change(
                lead,
                Map.of("product", "Split 12000 BTU com instalação", "value", 3599.9, "nextStep", "Enviar proposta"));
        var board = board(390, 780, "en-US");
        assertThat(cardIn(board, "new", lead)).containsText("Split 12000");
        picture(board.page(), "106-funnel-phone");
        assertThat(board.fits()).isTrue();

        card(board, lead).locator(".more").click();
        picture(board.page(), "107-funnel-phone-menu");
        item(board, "Nurturing").click();
        picture(board.page(), "108-funnel-phone-ask");
        press(dialog(board), "Take up later");
        assertThat(cardIn(board, "nurturing", lead)).isAttached();
        card(board, lead).click();
        assertThat(board.page().locator("dialog.sheet")).containsText("Take up again on");
        picture(board.page(), "109-funnel-phone-sheet");
    }

    @Test
    void whatWasOfferedIsKeptWithTheLeadAndFound() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        var conversation = cases.conversationOf(phone);
        var name = "Proposta " + lead + " <b> final.txt";
        sends(conversation, "Enviada.txt");
        var board = board(1440, 900, "pt-BR");

        card(board, lead).locator(".who").click();
        var sheet = board.page().locator("dialog.sheet");
        assertThat(sheet.locator(".offers")).containsText("Enviada.txt");
        sheet.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("page.html", "text/html", "<html><script>1</script></html>".getBytes(UTF_8)));
        press(sheet, "Registrar");
        assertThat(sheet.locator(".asking [role=alert]")).containsText("Uma proposta é um PDF");
        press(sheet.locator(".asking"), "Cancelar");
        sheet.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", "Split 12000".getBytes(UTF_8)));
        sheet.locator("[name=value]").first().fill("muito");
        press(sheet, "Registrar");
        assertThat(sheet.locator(".asking [role=alert]")).containsText("Um valor como 1.234,56.");
        sheet.locator("[name=value]").first().fill("3.599,90");
        sheet.locator("[name=validUntil]").fill("2099-12-10");
        picture(board.page(), "117-funnel-proposal-terms");
        press(sheet, "Registrar");
        assertThat(sheet.locator(".proposals li")).hasCount(1);
        assertThat(sheet.locator(".proposals li").first()).containsText(Pattern.compile("R\\$\\s3\\.599,90"));
        assertThat(sheet.locator(".proposals li").first()).containsText("válida até 10 de dez. de 2099");
        assertThat(card(board, lead)).containsText(Pattern.compile("R\\$\\s3\\.599,90"));
        press(sheet, "É uma proposta");
        sheet.locator(".asking [name=value]").press("Enter");
        assertThat(sheet.locator(".proposals li")).hasCount(2);
        assertThat(sheet.locator(".proposals li").first()).containsText("Versão 2");
        picture(board.page(), "115-funnel-proposals");
        sheet.getByLabel("Fechar").click();

        board.page().getByLabel("Buscar lead ou proposta").fill("proposta " + lead);
        var found = board.page().locator(".found button").first();
        assertThat(found).containsText(lead);
        picture(board.page(), "116-funnel-found");
        found.click();
        assertThat(sheet).containsText("Enviada.txt");
        assertThat(browser.complaints())
                .noneMatch(complaint -> complaint.contains("/novelo/") && !complaint.contains("400"));
    }

    @Test
    void aDocumentThatWasSentBecomesAProposalInTheConversation() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        var conversation = cases.conversationOf(phone);
        sends(conversation, "Orçamento.txt");
        sends(conversation, "Orçamento revisto.txt");
        var tasklist = TasklistWindow.of(browser.open(1366, 900, "pt-BR"), server(), seller, "people-of-tests")
                .open(phone.substring(4, 9) + "-" + phone.substring(9));

        var first = document(tasklist, "Orçamento.txt");
        first.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Registrar como proposta"))
                .click();
        first.locator("[name=value]").fill("doze");
        first.locator("[name=value]").press("Enter");
        assertThat(first).containsText("Um valor como 1.234,56.");
        first.locator("[name=value]").fill("1.234,56");
        first.locator("[name=validUntil]").fill("2099-12-10");
        picture(tasklist.page(), "118-proposal-in-thread");
        first.locator("[name=value]").press("Enter");
        assertThat(first)
                .containsText(Pattern.compile("Proposta, versão 1 · R\\$\\s1\\.234,56 · válida até 10 de dez"));
        eventually(() -> lead(lead).path("value").decimalValue().doubleValue() == 1234.56);

        var second = document(tasklist, "Orçamento revisto.txt");
        second.focus();
        second.press("p");
        assertThat(second.locator("[name=value]")).isFocused();
        tasklist.page().keyboard().press("Escape");
        assertThat(second.locator("novelo-proposed button")).isFocused();
        tasklist.page().keyboard().press("Enter");
        tasklist.page().keyboard().press("Enter");
        assertThat(second).containsText("Proposta, versão 2");
        assertThat(second.locator("novelo-proposed a")).isFocused();
        picture(tasklist.page(), "119-proposals-in-thread");
        assertThat(lead(lead).path("value").decimalValue()).isEqualByComparingTo("1234.56");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void aBigColumnIsShownStepByStep() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        change(lead, Map.of("product", "Split 12000 BTU", "value", 3599.9));
        agent.patch(
                "marta",
                "/api/v1/customers/" + cases.fact(lead, "customer"),
                Map.of("name", "Maria Aparecida dos Santos"));
        likeIt(lead, 230, "NEW");
        likeIt(lead, 12, "WON");
        likeIt(lead, 3, "LOST");
        var board = board(1280, 800, "pt-BR");
        var column = column(board, "new");
        assertThat(column.locator(".count")).hasText("231");
        assertThat(column.locator(".more-of")).containsText("100 de 231");
        assertThat(board.fits()).isTrue();
        assertThat((Boolean) board.page()
                        .locator("novelo-funnel .stages")
                        .evaluate("stages => stages.scrollWidth <= stages.clientWidth"))
                .as("all stages side by side")
                .isTrue();
        for (var stage : List.of("won", "lost")) {
            assertThat((Boolean) column(board, stage)
                            .locator(".who")
                            .first()
                            .evaluate("name => name.scrollHeight <= name.clientHeight + 1"))
                    .as("the whole name is read in " + stage)
                    .isTrue();
        }
        picture(board.page(), "120-funnel-1280");

        press(column, "Mostrar mais em Novo");
        assertThat(column.locator(".card")).hasCount(200);
        assertThat(column.locator(".card").nth(100).locator(".who")).isFocused();
        assertThat(card(board, lead)).not().isAttached();
        press(column, "Mostrar mais em Novo");
        assertThat(column.locator(".card")).hasCount(231);
        assertThat(column.locator(".more-of")).isHidden();

        card(board, lead).locator(".who").press("m");
        item(board, "Perdido").focus();
        board.page().keyboard().press("Enter");
        dialog(board).getByLabel("Motivo da perda").selectOption("price");
        press(dialog(board), "Dar por perdido");
        assertThat(cardIn(board, "lost", lead)).isVisible();
        eventually(() -> lead(lead).path("lostReason").asText().equals("price"));
        assertThat(column.locator(".card")).hasCount(230);
        var late = column.locator(".card").last();
        late.dragTo(column(board, "contacted"));
        board.hears("não pode");
        assertThat(column.locator(".card")).hasCount(230);
        picture(board.page(), "121-funnel-further");
    }

    /** They have no case, and others look at all there are. */
    @AfterEach
    void onlyRowsAreNoLeads() {
        jdbc.sql("delete from lead.lead where queue = ? and number like 'L-%-%-%'")
                .param(queue)
                .update();
    }

    /** Rows only: what a company of that size has on its board. */
    private void likeIt(String lead, int many, String stage) {
        jdbc.sql(
                        """
                        insert into lead.lead select (jsonb_populate_record(l, jsonb_build_object(
                          'number', l.number || '-' || :stage || n, 'stage', :stage::text,
                          'stage_since', l.stage_since - n * interval '1 hour',
                          'closed_at', case when :stage in ('WON', 'LOST') then l.opened_at end))).*
                        from lead.lead l cross join generate_series(1, :many) n where l.number = :lead""")
                .param("stage", stage)
                .param("many", many)
                .param("lead", lead)
                .update();
    }

    private void sends(String conversation, String file) {
        var uploaded = agent.uploads("marta", Multipart.of(file, "text/plain", "Split".getBytes(UTF_8)));
        agent.post(
                "marta",
                "/api/v1/conversations/" + conversation + "/messages",
                Map.of("kind", "document", "media", uploaded.body().path("id").asText()));
    }

    private static Locator document(TasklistWindow tasklist, String name) {
        return tasklist.thread()
                .locator(".out[data-kind=document]")
                .filter(new Locator.FilterOptions()
                        .setHas(tasklist.page().getByText(name, new Page.GetByTextOptions().setExact(true))));
    }

    @Test
    void aManagerSeesInCockpitWhatNobodyFollowsUp() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        agent.post("marta", "/api/v1/leads/" + lead + "/move", Map.of("stage", "lost", "reason", "price"));
        var cockpit = CockpitWindow.of(browser.open(1280, 900, "pt-BR"), server(), "marta", "people-of-tests");
        var leads = cockpit.page().locator("novelo-leads");
        leads.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Perdidos sem acompanhamento"))
                .click();
        assertThat(leads.locator("tbody tr").first()).containsText("Perdido");
        picture(cockpit.page(), "114-cockpit-leads");

        leads.locator("tr[data-lead='" + lead + "'] a").click();

        assertThat(cockpit.page().locator("dialog.sheet")).containsText(lead);
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    private ChannelWindow board(int width, int height, String language) {
        var window = ChannelWindow.ofFunnel(
                browser.open(width, height, language),
                server(),
                seller,
                "people-of-tests",
                language.startsWith("pt") ? "Entrar" : "Log in");
        window.go("#board?queue=" + queue);
        window.page().reload();
        assertThat(window.page().locator("novelo-funnel .card").first()).isAttached();
        return window;
    }

    private static Locator column(ChannelWindow board, String stage) {
        return board.page().locator("novelo-funnel .column." + stage);
    }

    private static Locator card(ChannelWindow board, String lead) {
        return board.page().locator("novelo-funnel .card[data-number='" + lead + "']");
    }

    private static Locator cardIn(ChannelWindow board, String stage, String lead) {
        return column(board, stage).locator(".card[data-number='" + lead + "']");
    }

    private static Locator dialog(ChannelWindow board) {
        return board.page().locator("novelo-funnel dialog.ask");
    }

    private static Locator item(ChannelWindow board, String name) {
        return board.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private static void press(Locator where, String button) {
        where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        var lead = cases.ticketOf(phone);
        assertThat(agent.post("marta", "/api/v1/cases/" + lead + "/transfer", Map.of("queue", queue))
                        .status())
                .isLessThan(300);
        eventually(() -> lead(lead).path("queue").asText().equals(queue));
        return lead;
    }

    private void change(String lead, Map<String, ?> what) {
        assertThat(agent.patch("marta", "/api/v1/leads/" + lead, what).status()).isEqualTo(200);
    }

    private JsonNode lead(String number) {
        return agent.get("marta", "/api/v1/leads/" + number).body();
    }

    private String server() {
        return "http://localhost:" + port;
    }
}
