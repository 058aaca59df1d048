package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import app.novelo.support.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page for managers: who gets there, and from where. */
@Tag("browser")
@RunningNovelo
class ChannelPageWalkTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void aManagerIsLedThroughTheLogInAndBackToWhereHeWanted() {
        var marta = ChannelWindow.of(browser.open(1280, 800, "pt-BR"), server(), "marta", "people-of-tests");

        assertThat(marta.title()).hasText("Linhas");
        assertThat(marta.main()).containsText("+55 11 4000-1000");
        assertThat(marta.page().locator(".me")).hasText("Marta Vasconcelos");
        picture(marta.page(), "60-lines");
    }

    @Test
    void anAgentIsToldThatItIsForManagers() {
        var bruno = ChannelWindow.of(browser.open(1280, 800, "pt-BR"), server(), "bruno", "people-of-tests");

        assertThat(bruno.title()).hasText("Esta página é para gestores");
        assertThat(bruno.page().locator("nav.sections a")).hasCount(0);
        picture(bruno.page(), "60-agent");
    }

    @Test
    void theMenusOfTheWebApplicationsLeadThere() {
        var agent = TasklistWindow.of(browser.open(1280, 800, "pt-BR"), server(), "bruno", "people-of-tests");
        assertThat(agent.page().locator(".novelo-entry")).hasText("Funil");

        var admin = browser.open(1280, 800, "pt-BR");
        TasklistWindow.of(admin, server(), "admin", "admin-of-tests");
        for (var app : new String[] {"tasklist", "cockpit", "admin", "welcome"}) {
            admin.navigate(server() + "/camunda/app/" + app + "/default/");
            assertThat(admin.locator("a[href$='/desk/channel']").first()).hasText("Canal WhatsApp");
            picture(admin, "61-menu-" + app);
        }
        admin.locator(".novelo-entries").getByText("Modelos").click();
        assertThat(admin.locator("h1")).hasText("Modelos");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("/novelo/"));
    }

    @Test
    void speaksTheReadersLanguageElseTheCompanys() {
        assertThat(door("en-GB")).containsText("the same user and password");
        assertThat(door("es-MX")).containsText("el mismo usuario y la misma contraseña");
        assertThat(door("ja-JP")).containsText("o mesmo usuário e a mesma senha"); // the company's is Portuguese
    }

    @Test
    void needsNoMoreThanATelephonesWidth() {
        var marta = ChannelWindow.of(browser.open(390, 800, "pt-BR"), server(), "marta", "people-of-tests");

        assertThat(marta.title()).hasText("Linhas");
        assertThat(marta.fits()).isTrue();
        picture(marta.page(), "62-phone");
    }

    @Test
    void runsNoScriptButOurFiles() {
        var answer = Visitor.stranger(port).header("Accept", "text/html").get("/desk/channel");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContain("<script>").contains("lang=\"pt-BR\"");
    }

    /** The webapps' loader gives up after seven seconds, and would leave an empty page for ever. */
    @Test
    void aBusyServerIsWaitedForByTheWebApplications() {
        var page = browser.open(1280, 800, "pt-BR");
        page.route("**/plugin/**/plugin.js*", route -> {
            LockSupport.parkNanos(Duration.ofSeconds(9).toNanos());
            route.resume();
        });

        TasklistWindow.of(page, server(), "bruno", "people-of-tests");
    }

    @Test
    void sendsAFileAgainOnlyIfItHasChanged() {
        var first = Visitor.stranger(port).get("/novelo/desk/page.js");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");

        var again = Visitor.stranger(port).header("If-Modified-Since", String.valueOf(first.header("Last-Modified")));
        assertThat(again.get("/novelo/desk/page.js").status()).isEqualTo(304);
    }

    private Locator door(String language) {
        Page page = browser.open(1280, 800, language);
        page.navigate(server() + "/desk/channel");
        return page.locator("main");
    }

    private String server() {
        return "http://localhost:" + port;
    }
}
