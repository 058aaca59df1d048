package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.NoveloProcess;
import app.novelo.support.TasklistWindow;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first message of somebody who has seen an advertisement, at nine in the evening, and the deal that it became: nobody was
 * there, nothing was typed, and what was promised was kept. In a process of its own, whose clock is moved.
 */
@Tag("browser")
class AdToDealWalkTest {

    private static final ZoneId COMPANY = ZoneId.of("America/Sao_Paulo");
    private static final String PHONE = "5511977771234";
    private static final String SHOWN = "97777-1234";

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    Path data;

    private NoveloProcess novelo;
    private Visitor marta;
    private Visitor ana;

    @Test
    void whoeverComesByAnAdvertisementAtNightHasHisDealInTheMorning() {
        try (var running = NoveloProcess.start(data)) {
            novelo = running;
            marta = Visitor.withPassword(novelo.port(), "marta", NoveloProcess.PASSWORD);
            ana = Visitor.withPassword(novelo.port(), "ana", NoveloProcess.PASSWORD);
            atNight();
            var lead = heIsWelcomedAndAsked();
            inTheMorning(lead);
            var promise = anaPromises(lead);
            anaKeepsIt(lead, promise);
            heBuys(lead);
            assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
        }
    }

    private void atNight() {
        var now = Instant.now().atZone(COMPANY);
        var night = now.toLocalDate().plusDays(1).atTime(LocalTime.of(21, 0)).atZone(COMPANY);
        forward(Duration.between(now, night));
    }

    private String heIsWelcomedAndAsked() {
        says(
                """
                {"type":"text","text":{"body":"Olá!"},"referral":{"source_type":"ad","source_id":"120210000000001",
                "source_url":"https://fb.me/x","headline":"Split em promoção","body":"Só hoje"}}""");
        var lead = eventually(() -> leads().path(0).path("number").asText(null));
        assertThat(lead(lead).path("source").asText()).isEqualTo("ad");
        hears("Obrigado pelo interesse");
        assertThat(received()).contains(", a partir de");
        hears("O que você está procurando?");
        says("{\"type\":\"text\",\"text\":{\"body\":\"um split de 12000 btus para a sala\"}}");
        hears("Para quando você precisa?");
        chooses("now", "O quanto antes");
        hears("Quanto você pensa em investir");
        chooses("upTo10", "De R$ 2 a 10 mil");
        eventually(() -> lead(lead).path("stage").asText().equals("qualified"));
        assertThat(lead(lead).path("grade").asText()).isIn("A", "B");
        return lead;
    }

    /** The first answer is due half an hour after the desk opens, on whatever day that is. */
    private void inTheMorning(String lead) {
        var opening = Instant.parse(lead(lead).path("dueAt").asText()).minus(Duration.ofMinutes(25));
        forward(Duration.between(now(), opening));
    }

    private String anaPromises(String lead) {
        var window = TasklistWindow.of(browser.open(1440, 900, "pt-BR"), novelo.server(), "ana", NoveloProcess.PASSWORD)
                .open(SHOWN);
        assertThat(window.bubble("um split de 12000 btus")).isVisible();
        window.text().fill("Bom dia! Sou a Ana. Mando a proposta hoje às 15h.");
        window.text().press("Enter");
        assertThat(window.bubble("Mando a proposta hoje")).isVisible();
        hears("Mando a proposta hoje às 15h.");
        window.text().fill("lembrar hoje 15h de mandar a proposta");
        window.text().press("Enter");
        assertThat(window.composer()).containsText("Lembrete criado: mandar a proposta");
        picture(window.page(), "120-ad-promise");

        var board = board();
        move(board, lead, "Oportunidade");
        eventually(() -> lead(lead).path("stage").asText().equals("opportunity"));
        picture(board.page(), "121-ad-opportunity");
        return ana.get("/api/v1/follow-ups?case=" + lead)
                .json()
                .path("items")
                .path(0)
                .path("number")
                .asText();
    }

    private void anaKeepsIt(String lead, String promise) {
        var due = Instant.parse(
                ana.get("/api/v1/follow-ups/" + promise).json().path("dueAt").asText());
        forward(Duration.between(now(), due.minus(Duration.ofMinutes(10))));
        eventually(() -> ana.get("/api/v1/follow-ups/" + promise)
                .json()
                .path("state")
                .asText()
                .equals("DUE"));

        var window = TasklistWindow.of(browser.open(1440, 900, "pt-BR"), novelo.server(), "ana", NoveloProcess.PASSWORD)
                .filter("Minhas tarefas")
                .open(SHOWN);
        window.text().fill("Segue a proposta: split instalado por R$ 2.899,00.");
        window.text().press("Enter");
        hears("Segue a proposta");
        post(ana, "/api/v1/follow-ups/" + promise + "/done", "{}");

        var board = board();
        move(board, lead, "Proposta");
        dialog(board).getByLabel("Valor").fill("2.899,00");
        press(dialog(board), "Proposta enviada");
        eventually(() -> lead(lead).path("stage").asText().equals("proposal"));
        assertThat(ana.get("/api/v1/follow-ups/" + promise)
                        .json()
                        .path("onTime")
                        .asBoolean())
                .isTrue();
    }

    private void heBuys(String lead) {
        says("{\"type\":\"text\",\"text\":{\"body\":\"fechado, quero comprar, pode instalar amanhã\"}}");
        eventually(() -> lead(lead).path("state").asText().equals("OPEN"));

        var board = board();
        move(board, lead, "Ganho");
        if (dialog(board).isVisible()) {
            dialog(board).locator("button[type=submit]").click();
        }

        eventually(() -> lead(lead).path("stage").asText().equals("won"));
        assertThat(lead(lead).path("value").decimalValue()).isEqualByComparingTo("2899");
        assertThat(board.page().locator("novelo-funnel .column.won .card[data-number='" + lead + "']"))
                .isVisible();
        picture(board.page(), "122-ad-won");
    }

    private ChannelWindow board() {
        return ChannelWindow.ofFunnel(
                browser.open(1440, 900, "pt-BR"), novelo.server(), "ana", NoveloProcess.PASSWORD, "Entrar");
    }

    private static void move(ChannelWindow board, String lead, String to) {
        var name = board.page().locator("novelo-funnel .card[data-number='" + lead + "'] .who");
        name.focus();
        name.press("m");
        board.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(to).setExact(true))
                .click();
    }

    private static Locator dialog(ChannelWindow board) {
        return board.page().locator("novelo-funnel dialog.ask");
    }

    private static void press(Locator where, String button) {
        where.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private JsonNode leads() {
        return marta.get("/api/v1/leads").json().path("items");
    }

    private JsonNode lead(String number) {
        return marta.get("/api/v1/leads/" + number).json();
    }

    /** Of the sandbox, which has been moved. */
    private Instant now() {
        return Instant.parse(marta.get("/sandbox/clock").json().path("now").asText());
    }

    private void says(String message) {
        post(marta, "/sandbox/phones/" + PHONE + "/messages", message);
    }

    private void chooses(String id, String title) {
        says("{\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"" + id
                + "\",\"title\":\"" + title + "\"}}}");
    }

    private String received() {
        return marta.get("/sandbox/phones/" + PHONE + "/messages").json().toString();
    }

    private void hears(String words) {
        eventually(() -> received().contains(words));
    }

    private void forward(Duration by) {
        post(marta, "/sandbox/clock", "{\"advance\":\"" + by + "\"}");
    }

    private static void post(Visitor visitor, String path, String json) {
        var answer = visitor.post(path, json);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    }
}
