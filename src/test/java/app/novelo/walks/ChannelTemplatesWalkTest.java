package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager finds a template, reads how it stands, and sees what Meta decides as it decides. */
@Tag("browser")
@RunningNovelo
class ChannelTemplatesWalkTest {

    private static final String HOSTILE =
            "[{'type':'BODY','text':'Veja <img src=x onerror=window.ran=1> e {{nome}} por aqui, sem compromisso nenhum.','example':{'body_text_named_params':[{'param_name':'nome','example':'<b>Ana</b>'}]}},"
                    + "{'type':'FOOTER','text':'<script>window.ran=1</script>'}]";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    MetaDesk meta;

    @Test
    void aTemplateIsFoundReadAndSeenToChange() {
        var name = meta.newName();
        var id = meta.approved(name, "pt_BR", "UTILITY", HOSTILE);
        var marta = at(1280, 860).section("Modelos");
        marta.field("Nome ou texto").fill(name);
        marta.field("Situação").selectOption("APPROVED");
        assertThat(marta.main().locator("tbody tr")).hasCount(1);
        picture(marta.page(), "64-templates");
        marta.link(name).click();

        assertThat(marta.title()).hasText(name);
        assertThat(marta.main().locator(".bubble")).containsText("<img src=x onerror=window.ran=1> e <b>Ana</b>");
        marta.main().getByText("Experimentar com outros valores").click();
        marta.field("nome").fill("Carla");
        assertThat(marta.main().locator(".bubble")).containsText("e Carla por aqui");
        picture(marta.page(), "64-template");
        meta.decides(id, "PAUSED");

        assertThat(marta.main()).containsText("A Meta pausou este modelo");
        assertThat(marta.main().locator(".story")).containsText("Aprovado → Pausado");
        picture(marta.page(), "64-paused");
        marta.page().waitForTimeout(500);
        assertThat((boolean) marta.page().evaluate("() => 'ran' in window")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsFilteredStandsInTheAddressAndFitsATelephone() {
        var name = meta.newName();
        meta.approved(name, "es", "UTILITY", HOSTILE);
        var marta = at(390, 800).go("#templates?language=es&q=" + name);

        assertThat(marta.link(name)).isVisible();
        assertThat(marta.fits()).isTrue();
        picture(marta.page(), "64-phone");
        marta.field("Idioma").selectOption("en");
        assertThat(marta.main()).containsText("Nada encontrado com este filtro.");
        assertThat(marta.page().url()).contains("language=en");
    }

    private ChannelWindow at(int width, int height) {
        return ChannelWindow.of(
                browser.open(width, height, "pt-BR"), "http://localhost:" + port, "marta", "people-of-tests");
    }
}
