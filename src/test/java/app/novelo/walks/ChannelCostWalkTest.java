package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.RunningNovelo;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager sees what is free and what it costs, and is told why a price list cannot be taken. */
@Tag("browser")
@RunningNovelo
class ChannelCostWalkTest {

    private static final String WRONG =
            """
            market,currency,marketing,utility
            Brazil,USD,<script>window.ran=1</script>,0.01
            Brasilia,USD,0.05,0.01
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Agent agent;

    @Test
    void everyWrongLineOfAPriceListIsToldAndNothingOfItIsTaken() {
        var before = prices();
        var marta = at(1280, 900).section("Custos");
        assertThat(marta.main()).containsText("Mensagens gratuitas do mês");
        assertThat(marta.main()).containsText("Estes preços são só um exemplo");
        picture(marta.page(), "68-cost");

        marta.main().locator("summary").getByText("Importar lista").click();
        marta.press("Importar lista");
        assertThat(marta.main()).containsText("Falta preencher");
        marta.main()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("precos.csv", "text/csv", WRONG.getBytes(StandardCharsets.UTF_8)));
        marta.press("Importar lista");

        assertThat(marta.main()).containsText("Nada foi importado");
        assertThat(marta.main().locator(".refused").getByText("marketing")).isVisible();
        picture(marta.page(), "68-refused");
        marta.page().waitForTimeout(500);
        assertThat((boolean) marta.page().evaluate("() => 'ran' in window")).isFalse();
        assertThat(prices()).isEqualTo(before);
    }

    @Test
    void theListOfPricesIsReadOnATelephone() {
        var marta = at(390, 800).section("Custos");
        marta.main().getByText("Ver os preços").click();

        assertThat(marta.main().getByText("Brazil").first()).isVisible();
        assertThat(marta.fits()).isTrue();
        picture(marta.page(), "68-phone");
    }

    private String prices() {
        return agent.get("marta", "/api/v1/prices?limit=200").body().toString();
    }

    private ChannelWindow at(int width, int height) {
        return ChannelWindow.of(
                browser.open(width, height, "pt-BR"), "http://localhost:" + port, "marta", "people-of-tests");
    }
}
