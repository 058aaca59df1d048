package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Once the customer has not written for a day, an agent reaches him with a template. */
@Tag("browser")
@RunningNovelo
class TemplatePickerWalkTest {

    private static final String VISIT =
            """
            [{'type':'HEADER','format':'TEXT','text':'Visita marcada'},
             {'type':'BODY','text':'Olá {{nome}}, sua visita técnica ficou para *{{dia}}*, de manhã.',
              'example':{'body_text_named_params':[{'param_name':'nome','example':'Ana'},{'param_name':'dia','example':'terça'}]}},
             {'type':'FOOTER','text':'Casa Clima'},
             {'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Confirmo'},
              {'type':'URL','text':'Detalhes','url':'https://casaclima.example/{{1}}','example':['https://casaclima.example/a']}]}]""";

    private static final String OFFER =
            "[{'type':'BODY','text':'Limpeza completa com desconto até domingo, quer agendar a sua?'}]";

    private static final String HOSTILE =
            "[{'type':'BODY','text':'Veja <img src=x onerror=window.ran=1> e {{nome}} por aqui, sem compromisso nenhum.','example':{'body_text_named_params':[{'param_name':'nome','example':'Ana'}]}},"
                    + "{'type':'FOOTER','text':'<script>window.ran=1</script>'}]";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    private String phone = "";
    private String shown = "";
    private String name = "";

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        shown = phone.substring(4, 9) + "-" + phone.substring(9);
        name = meta.newName();
        customer.says(phone, "minha geladeira não gela");
        eventually(() -> !customer.received(phone).isEmpty());
    }

    @Test
    void aTemplateReachesWhoeverHasNotWrittenForADay() {
        meta.approved(name, "pt_BR", "UTILITY", VISIT);
        var bruno = afterADay();
        assertThat(bruno.text()).isHidden();
        picture(bruno.page(), "70-window-closed");

        var picker = pick(bruno);
        choose(picker, name);
        assertThat(picker.getByLabel("nome")).hasValue(""); // nobody is called by his number
        picker.getByLabel("nome").fill("Ana\n  Lima");
        send(picker).click();
        assertThat(picker).containsText("Falta preencher.");
        picker.getByLabel("dia").fill("terça, 3 de dezembro");
        picker.getByLabel("Final do endereço").fill("v/4711");
        assertThat(picker.locator(".bubble")).containsText("ficou para terça, 3 de dezembro");
        picture(bruno.page(), "70-filled-in");
        send(picker).click();

        assertThat(picker.locator("dialog")).isHidden();
        var bubble = bruno.bubble("sua visita técnica");
        assertThat(bubble.locator("[data-status=DELIVERED]")).isVisible();
        assertThat(bubble.locator(".header")).hasText("Visita marcada");
        assertThat(bubble.locator(".footer")).hasText("Casa Clima");
        assertThat(bubble.locator(".face")).hasCount(2);
        assertThat(bubble.locator(".face a")).hasAttribute("href", "https://casaclima.example/v/4711");
        picture(bruno.page(), "70-sent");
        assertThat(rendered()).contains("ficou para *terça, 3 de dezembro*");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsInTheCustomersLanguageStandsFirst() {
        meta.approved(name, "en", "UTILITY", VISIT);
        meta.approved(name, "pt_BR", "UTILITY", VISIT);
        var bruno = afterADay();

        var picker = pick(bruno);
        picker.getByLabel("Buscar modelo").fill(name);

        assertThat(picker.locator("li")).hasCount(2);
        assertThat(picker.locator("li").first()).containsText("Português (Brasil)");
    }

    @Test
    void whatCannotBeSentSaysWhyBeforeAnybodyChoosesIt() {
        meta.approved(name, "pt_BR", "MARKETING", OFFER);
        var paused = meta.newName();
        var id = meta.approved(paused, "pt_BR", "UTILITY", OFFER);
        meta.decides(id, "PAUSED");
        meta.known(paused, "pt_BR", "PAUSED");
        cases.aDayPassesFor(cases.conversationOf(phone));
        var marta = at("marta").filter("Todas").open(shown);

        var picker = pick(marta);
        search(picker, name);
        assertThat(picker.locator("li")).containsText("não autorizou marketing");
        picker.locator("li button")
                .click(new Locator.ClickOptions().setForce(true)); // as somebody does who does not read
        assertThat(picker).containsText("Se ele acaba de autorizar");
        assertThat(picker.locator(".bubble")).hasCount(0);
        picture(marta.page(), "71-no-consent");
        search(picker, paused);
        assertThat(picker.locator("li")).containsText("Pausado");
        picture(marta.page(), "71-paused");
    }

    @Test
    void whoeverAgreesToOffersNowGetsTheOffer() {
        meta.approved(name, "pt_BR", "MARKETING", OFFER);
        var bruno = at("bruno").open(shown);
        bruno.press("Anexar e mais");
        bruno.composer().getByText("Modelo aprovado").click();
        var picker = bruno.composer().locator("novelo-templates");
        choose(picker, name);
        assertThat(picker).containsText("Se ele acaba de autorizar");
        send(picker).click();
        assertThat(picker).containsText("Sem prova a autorização não vale.");
        picker.getByLabel("Prova").fill("disse: pode mandar as ofertas");
        picture(bruno.page(), "71-agrees");
        send(picker).click();
        assertThat(picker.locator(".bubble")).containsText("Limpeza completa");
        send(picker).click();

        assertThat(bruno.bubble("Limpeza completa").locator("[data-status=DELIVERED]"))
                .isVisible();
    }

    @Test
    void aPictureStandsAboveATemplateThatWantsOne() {
        var handle = meta.handle("image/png", PhoneFiles.picture(90, 60));
        meta.approved(
                name,
                "pt_BR",
                "UTILITY",
                "[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['" + handle
                        + "']}},{'type':'BODY','text':'Esta é a peça que vamos trocar na visita.'}]");
        var bruno = afterADay();
        var picker = pick(bruno);
        choose(picker, name);
        send(picker).click();
        assertThat(picker).containsText("Falta o arquivo");
        picker.locator("input[type=file]")
                .setInputFiles(new FilePayload("peça.png", "image/png", PhoneFiles.picture(900, 600)));
        assertThat(picker.locator(".phone img")).isVisible();
        assertThat(picker.locator("novelo-attachments progress")).hasCount(0);
        picture(bruno.page(), "72-picture");
        send(picker).click();

        assertThat(bruno.bubble("a peça que vamos trocar").locator("img")).isVisible();
        assertThat(bruno.bubble("a peça que vamos trocar").locator("[data-status=DELIVERED]"))
                .isVisible();
        picture(bruno.page(), "72-sent");
    }

    @Test
    void nothingThatATemplateSaysRuns() {
        meta.approved(name, "pt_BR", "UTILITY", HOSTILE);
        var bruno = at("bruno").open(shown);
        bruno.press("Anexar e mais");
        bruno.composer().getByText("Modelo aprovado").click();
        var picker = bruno.composer().locator("novelo-templates");
        choose(picker, name);
        picker.getByLabel("nome").fill("{{constructor}} <b onclick=x>");
        picture(bruno.page(), "73-hostile");
        send(picker).click();

        assertThat(bruno.bubble("<img src=x onerror=window.ran=1>")).containsText("{{constructor}} <b onclick=x>");
        assertThat(bruno.bubble("<img src=x").locator(".footer")).hasText("<script>window.ran=1</script>");
        bruno.page().waitForTimeout(500);
        assertThat((boolean) bruno.page().evaluate("() => 'ran' in window")).isFalse();
    }

    @Test
    void whatWasFilledInStaysUntilItIsSent() {
        meta.approved(name, "pt_BR", "UTILITY", VISIT);
        var bruno = afterADay();
        var picker = pick(bruno);
        choose(picker, name);
        picker.getByLabel("nome").fill("Ana");
        picker.getByLabel("dia").fill("quarta");
        picker.getByLabel("Final do endereço").fill("v/1");
        bruno.page().keyboard().press("Escape");
        assertThat(picker.locator("dialog")).isHidden();

        pick(bruno);
        assertThat(picker.getByLabel("dia")).hasValue("quarta");
        bruno.page().route("**/api/v1/conversations/*/messages", route -> route.abort());
        send(picker).click();
        assertThat(picker).containsText("o servidor não responde");
        bruno.page().unroute("**/api/v1/conversations/*/messages");
        send(picker).click();
        assertThat(bruno.bubble("ficou para").locator("[data-status=DELIVERED]"))
                .isVisible();
    }

    private TasklistWindow afterADay() {
        cases.untilNothingIsOnItsWayTo(phone);
        cases.aDayPassesFor(cases.conversationOf(phone));
        return at("bruno").open(shown);
    }

    private static Locator pick(TasklistWindow window) {
        window.press("Escolher modelo");
        return window.composer().locator("novelo-templates");
    }

    private static void search(Locator picker, String words) {
        picker.getByLabel("Buscar modelo").fill(words);
        assertThat(picker.locator("li")).hasCount(1);
    }

    private static void choose(Locator picker, String name) {
        search(picker, name);
        picker.locator("li button").click();
    }

    private static Locator send(Locator picker) {
        return picker.locator("button[type=submit]");
    }

    private String rendered() {
        return eventually(() -> customer.sees(phone).stream()
                .filter(message -> message.path("type").asText().equals("template"))
                .map(message -> message.at("/message/rendered/body"))
                .map(JsonNode::toString)
                .findFirst()
                .orElse(null));
    }

    private TasklistWindow at(String user) {
        return TasklistWindow.of(browser.open(1280, 800, "pt-BR"), "http://localhost:" + port, user, "people-of-tests");
    }
}
