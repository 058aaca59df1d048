package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.Customer;
import app.novelo.support.OwnLine;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager adds a line, finds out what is missing, and mends it, without anything but the page. */
@Tag("browser")
@RunningNovelo
class ChannelLinesWalkTest {

    private static final String NAME = "<img src=x onerror=\"window.ran=1\">Filial Rio";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    private OwnLine own;

    @BeforeEach
    void metaKnowsANumber() {
        own = new OwnLine(customer, agent);
    }

    @AfterEach
    void retires() {
        for (var line : agent.get("marta", "/api/v1/lines").body().path("items")) {
            if (line.path("providerId").asText().equals(own.number())) {
                agent.patch("marta", "/api/v1/lines/" + line.path("id").asText(), Map.of("active", false));
            }
        }
    }

    @Test
    void aLineIsAddedTestedAndMended() {
        var marta = at(1280, 1000);
        marta.link("Nova linha").click();
        marta.press("Adicionar linha");
        assertThat(marta.main()).containsText("Falta preencher.");
        marta.field("Identificação do número").fill(own.display());
        marta.press("Adicionar linha");
        assertThat(marta.main()).containsText("Só letras, algarismos");
        marta.field("Identificação do número").fill(own.number());
        marta.field("Identificação da conta").fill(own.account());
        marta.text("Número").fill(own.display());
        marta.text("Nome").fill(NAME);
        marta.text("Responsável").fill("nobody-of-that-name");
        marta.press("Adicionar linha");
        assertThat(marta.main()).containsText("O servidor não aceita");
        picture(marta.page(), "63-new");
        marta.text("Responsável").fill("marta");
        marta.press("Adicionar linha");

        assertThat(marta.title()).hasText(NAME);
        assertThat(marta.main()).containsText("A linha não pode enviar");
        picture(marta.page(), "63-tested");
        marta.main().locator("summary").getByText("Novo token de acesso").click();
        var token = own.token();
        assertThat(marta.field("Token")).hasAttribute("type", "password");
        marta.field("Token").fill(token);
        marta.press("Guardar o token");
        marta.hears("Token guardado");
        marta.press("Testar a conexão");
        assertThat(marta.main()).containsText("Nenhum aplicativo recebe os avisos");
        marta.press("Assinar os avisos agora");
        assertThat(marta.main()).containsText("Tudo em ordem.");
        picture(marta.page(), "63-mended");

        assertThat(line().path("manager").asText()).isEqualTo("marta");
        assertThat(marta.page().content()).doesNotContain(token);
        assertThat(agent.get("marta", "/api/v1/lines").body().toString()).doesNotContain(token);
        marta.page().waitForTimeout(500);
        assertThat((boolean) marta.page().evaluate("() => 'ran' in window")).isFalse();
    }

    @Test
    void aLinesSettingsAreKeptAndItsSwitchStopsIt() {
        own.known(Map.of("name", "Assistência"));
        var marta = at(1280, 1000).go("#lines/" + own.line());
        marta.field("Fila").selectOption("sales");
        marta.text("Quem fala").fill("Lia da Casa Clima");
        marta.press("Salvar");
        marta.hears("Salvo.");
        assertThat(line().path("queue").asText()).isEqualTo("sales");

        marta.field("Ligada").uncheck();
        marta.press("Salvar");
        assertThat(marta.main().locator(".head")).containsText("Desligada");
        picture(marta.page(), "63-off");
        assertThat(line().path("active").asBoolean()).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void allOfItIsReachedByKeysAlone() {
        var marta = at(1280, 800);
        assertThat(marta.title()).hasText("Linhas");
        marta.page().keyboard().press("Tab");
        marta.page().keyboard().press("Enter"); // over the menu, to the content
        marta.page().keyboard().press("Tab");
        marta.page().keyboard().press("Enter");

        assertThat(marta.title()).hasText("Nova linha");
        marta.page().keyboard().press("Tab");
        assertThat(marta.link("Linhas")).isFocused();
    }

    private JsonNode line() {
        for (var line : agent.get("marta", "/api/v1/lines").body().path("items")) {
            if (line.path("providerId").asText().equals(own.number())) {
                return line;
            }
        }
        throw new AssertionError("no line " + own.number());
    }

    private ChannelWindow at(int width, int height) {
        return ChannelWindow.of(
                browser.open(width, height, "pt-BR"), "http://localhost:" + port, "marta", "people-of-tests");
    }
}
