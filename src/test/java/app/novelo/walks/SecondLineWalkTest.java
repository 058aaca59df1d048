package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.ChannelWindow;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.MetaWindow;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A second line from nothing to its first template, and through the loss of its access, by clicks alone. */
@Tag("browser")
@RunningNovelo
class SecondLineWalkTest {

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
    MetaDesk desk;

    private String phone = "";
    private String shown = "";
    private String line = "";
    private String number = "";
    private String template = "";

    @AfterEach
    void theLineIsSwitchedOff() {
        for (var one : agent.get("marta", "/api/v1/lines").body().path("items")) {
            if (one.path("providerId").asText().equals(number)) {
                agent.patch("marta", "/api/v1/lines/" + one.path("id").asText(), Map.of("active", false));
            }
        }
    }

    @Test
    void aSecondLineIsSetUpWritesByTemplateLosesItsAccessAndGetsItBack() {
        phone = customer.newPhone();
        shown = "Lena Prado " + phone.substring(9);
        line = "Filial Rio " + phone.substring(9);
        template = desk.newName();
        var meta = MetaWindow.ofNewAccount(browser.open(1440, 900, "pt-BR"), server());
        number = meta.number();
        var marta = ChannelWindow.of(browser.open(1366, 900, "pt-BR"), server(), "marta", "people-of-tests");
        addsTheLine(marta, meta);
        handsInATemplate(marta, meta);
        theCustomerWrites(meta);
        var bruno = TasklistWindow.of(browser.open(1366, 768, "pt-BR"), server(), "bruno", "people-of-tests");
        sendsTheTemplate(bruno);
        seesTheCost(marta);
        losesItsAccess(meta, bruno, marta);
        getsItBack(meta, bruno, marta);
        assertThat(browser.complaints()).isEmpty();
    }

    private void addsTheLine(ChannelWindow marta, MetaWindow meta) {
        marta.link("Nova linha").click();
        marta.field("Identificação do número").fill(number);
        marta.field("Identificação da conta").fill(meta.account());
        marta.text("Nome").fill(line);
        marta.text("Número").fill(meta.display());
        marta.field("Fila").selectOption("support");
        marta.text("Responsável").fill("marta");
        marta.press("Adicionar linha");
        assertThat(marta.main()).containsText("A linha não pode enviar");
        picture(marta.page(), "80-added");
        gives(marta, meta.token());
        marta.press("Testar a conexão");
        assertThat(marta.main()).containsText("Nenhum aplicativo recebe os avisos");
        marta.press("Assinar os avisos agora");
        assertThat(marta.main()).containsText("Tudo em ordem.");
        picture(marta.page(), "81-tested");
    }

    private static void gives(ChannelWindow marta, String token) {
        var form = marta.main().locator("details").filter(new FilterOptions().setHasText("Novo token de acesso"));
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        marta.field("Token").fill(token);
        marta.press("Guardar o token");
        marta.hears("Token guardado");
    }

    private void handsInATemplate(ChannelWindow marta, MetaWindow meta) {
        marta.section("Modelos").link("Novo modelo").click();
        marta.field("Linhas").selectOption(meta.account());
        marta.text("Nome").fill(template);
        marta.text("Texto").fill("Olá {{nome}}, sua visita técnica ficou para *{{dia}}*, de manhã. Podemos confirmar?");
        marta.field("Exemplo de {{nome}}").fill("Ana");
        marta.field("Exemplo de {{dia}}").fill("terça");
        picture(marta.page(), "82-template");
        marta.press("Enviar para análise");
        assertThat(marta.title()).hasText(template);
        assertThat(marta.main().locator(".facts")).containsText("Em análise");
        meta.approves(template);
        assertThat(marta.main().locator(".facts")).containsText("Aprovado");
        picture(marta.page(), "83-approved");
    }

    private void theCustomerWrites(MetaWindow meta) {
        meta.as(shown, phone);
        meta.writes("minha geladeira não gela");
        eventually(() -> customer.received(phone).stream().anyMatch(text -> text.contains("protocolo")));
        picture(meta.page(), "84-phone");
        cases.untilNothingIsOnItsWayTo(phone);
        cases.aDayPassesFor(cases.conversationOf(phone));
    }

    private void sendsTheTemplate(TasklistWindow bruno) {
        bruno.open(shown).press("Escolher modelo");
        var picker = bruno.composer().locator("novelo-templates");
        picker.getByLabel("Buscar modelo").fill(template);
        picker.locator("li button").click();
        picker.getByLabel("nome").fill("Lena");
        picker.getByLabel("dia").fill("terça, 1º de dezembro");
        picture(bruno.page(), "85-picked");
        picker.locator("button[type=submit]").click();
        assertThat(arrived(bruno, "sua visita técnica")).isVisible();
        picture(bruno.page(), "86-sent");
    }

    private void seesTheCost(ChannelWindow marta) {
        marta.section("Custos");
        var card = marta.main().locator(".card").filter(new FilterOptions().setHasText(line));
        assertThat(card).containsText("R$");
        card.getByText("Por tipo de mensagem").click();
        assertThat(card.locator("tbody")).containsText("Utilidade");
        card.scrollIntoViewIfNeeded();
        picture(marta.page(), "87-cost");
    }

    private void losesItsAccess(MetaWindow meta, TasklistWindow bruno, ChannelWindow marta) {
        meta.writes("pode ser à tarde?");
        assertThat(bruno.bubble("pode ser à tarde?")).isVisible();
        meta.revokes();
        bruno.write("Pode, às 15h.");

        assertThat(strip(bruno)).containsText(line);
        assertThat(strip(bruno)).containsText("O que você escrever espera e sai depois.");
        picture(bruno.page(), "88-stopped-agent");
        marta.section("Linhas");
        var card = marta.main().locator(".card").filter(new FilterOptions().setHasText(line));
        assertThat(card.locator(".note.bad")).containsText("O acesso da empresa ao WhatsApp venceu");
        assertThat(card).containsText("Mensagens em espera: 1");
        card.scrollIntoViewIfNeeded();
        picture(marta.page(), "89-stopped-manager");
        card.getByText("Novo token de acesso").click();
        assertThat(customer.received(phone)).doesNotContain("Pode, às 15h.");
    }

    private void getsItBack(MetaWindow meta, TasklistWindow bruno, ChannelWindow marta) {
        meta.issuesAnother();
        gives(marta, meta.token());

        assertThat(arrived(bruno, "Pode, às 15h.")).isVisible();
        assertThat(marta.main().locator(".head")).containsText("Funcionando");
        picture(marta.page(), "90-back");
        assertThat(strip(bruno)).not().containsText(line);
        assertThat(customer.received(phone)).containsOnlyOnce("Pode, às 15h.");
    }

    /** On a phone that somebody holds in his hand it is read at once. */
    private static Locator arrived(TasklistWindow window, String words) {
        return window.bubble(words).locator("[data-status=DELIVERED], [data-status=READ]");
    }

    private static Locator strip(TasklistWindow window) {
        return window.page().locator("novelo-lines");
    }

    private String server() {
        return "http://localhost:" + port;
    }
}
