package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who has never written is written down, and written to. */
@Tag("browser")
@RunningNovelo
class BeginningWalkTest {

    private static final String READY =
            "[{'type':'BODY','text':'Olá {{nome}}, seu pedido chegou. Quando podemos entregar?','example':{'body_text_named_params':[{'param_name':'nome','example':'Ana'}]}}]";

    private static final String LINE = "+55 11 4000-1000";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    MetaDesk meta;

    private String phone = "";
    private String name = "";
    private String template = "";

    @BeforeEach
    void aTemplateIsApproved() {
        phone = customer.newPhone();
        name = "Rosa <b onclick=\"window.ran=1\">Prado</b> " + phone;
        template = meta.newName();
        meta.approved(template, "pt_BR", "UTILITY", READY);
    }

    @Test
    void aManagerWritesDownWhoHasNotWrittenAndBegins() {
        var marta = manager(1366, 768);
        marta.section("Clientes").link("Novo cliente").click();
        fill(marta, "4711");
        marta.press("Adicionar cliente");
        assertThat(marta.main()).containsText("Um número inteiro, com DDD.");
        assertThat(marta.main()).containsText("Sem prova a autorização não vale.");
        picture(marta.page(), "74-new-customer");
        fill(marta, "+" + phone);
        marta.text("Prova").fill("ficha assinada na loja");
        marta.press("Adicionar cliente");

        marta.hears("Cliente adicionado.");
        assertThat(marta.title()).hasText(name);
        assertThat(marta.main().locator(".facts")).containsText("Autorizou");
        picture(marta.page(), "74-customer");
        marta.press("Iniciar conversa");
        begin(marta.page(), "pedido 4711");

        assertThat(marta.page().locator("novelo-aside novelo-thread")).containsText("Olá Rosa, seu pedido chegou.");
        assertThat(marta.page().locator("novelo-aside novelo-head"))
                .containsText("Iniciada por Marta Vasconcelos: pedido 4711");
        assertThat(marta.page().locator("novelo-aside novelo-composer")).containsText("O cliente ainda não escreveu");
        picture(marta.page(), "74-begun");
        eventually(() -> templates() == 1);
        marta.page().waitForTimeout(500);
        assertThat((boolean) marta.page().evaluate("() => 'ran' in window")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoIsKnownIsShownAndNotWrittenDownTwice() {
        customer.says(phone, "minha geladeira não gela");
        eventually(() -> !known().isEmpty());
        var marta = manager(390, 844).go("#consents/new");
        fill(marta, "(11) " + phone.substring(4, 9) + "-" + phone.substring(9));
        marta.text("Prova").fill("ficha");
        marta.press("Adicionar cliente");

        assertThat(marta.main()).containsText("Este número já é de um cliente.");
        assertThat(marta.fits()).isTrue();
        picture(marta.page(), "75-known");
        marta.link("Abrir").click();
        assertThat(marta.main()).containsText(phone.substring(4, 9) + "-" + phone.substring(9));
    }

    @Test
    void anAgentBeginsWithANumberThatNobodyKnows() {
        var bruno = TasklistWindow.of(browser.open(1280, 800, "pt-BR"), server(), "bruno", "people-of-tests");
        bruno.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Iniciar conversa"))
                .click();
        var start = bruno.page().locator("novelo-start");
        choose(start).click();
        assertThat(start).containsText("Escolha um cliente da lista");
        start.locator("#who").fill("+" + phone);
        assertThat(start.locator("fieldset")).isVisible();
        choose(start).click();
        assertThat(start).containsText("Falta o nome.");
        start.locator("#name").fill(name);
        choose(start).click();
        assertThat(start).containsText("Quem nunca escreveu só pode receber mensagens se autorizou.");
        start.locator("#SERVICE").check();
        start.locator("#proof").fill("pediu no balcão");
        picture(bruno.page(), "76-stranger");
        begin(bruno.page(), "");

        assertThat(bruno.page().locator("novelo-aside novelo-thread")).containsText("Olá Rosa, seu pedido chegou.");
        customer.says(phone, "amanhã de manhã");
        assertThat(bruno.page().locator("novelo-aside novelo-thread")).containsText("amanhã de manhã");
        picture(bruno.page(), "76-answered");
        bruno.page().waitForTimeout(500);
        assertThat((boolean) bruno.page().evaluate("() => 'ran' in window")).isFalse();
    }

    private void fill(ChannelWindow marta, String number) {
        marta.text("Nome").fill(name);
        marta.text("Telefone").fill(number);
        marta.field("Autoriza mensagens de atendimento").check();
    }

    /** In the window that asks to whom, from which line and with what. */
    private void begin(Page page, String note) {
        var start = page.locator("novelo-start");
        start.locator("#line").selectOption(new SelectOption().setLabel(LINE));
        start.locator("#note").fill(note);
        choose(start).click();
        var picker = start.locator("novelo-templates");
        picker.getByLabel("Buscar modelo").fill(template);
        picker.locator("li button").click();
        picker.getByLabel("nome").fill("Rosa");
        picture(page, "74-template");
        picker.locator("button[type=submit]").click();
    }

    private static Locator choose(Locator start) {
        return start.locator("form > .ends button[type=submit]").first();
    }

    private long templates() {
        return customer.sees(phone).stream()
                .filter(message -> message.path("type").asText().equals("template"))
                .count();
    }

    private JsonNode known() {
        return agent.get("marta", "/api/v1/customers?phone=" + phone).body().path("items");
    }

    private ChannelWindow manager(int width, int height) {
        return ChannelWindow.of(browser.open(width, height, "pt-BR"), server(), "marta", "people-of-tests");
    }

    private String server() {
        return "http://localhost:" + port;
    }
}
