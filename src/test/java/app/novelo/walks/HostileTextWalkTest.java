package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.PhoneWindow;
import app.novelo.support.RunningNovelo;
import app.novelo.support.TasklistWindow;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a customer calls himself and whatever he writes is shown as he wrote it, and nothing of it runs. */
@Tag("browser")
@RunningNovelo
class HostileTextWalkTest {

    private static final String NAME = "<img src=x onerror=\"window.ran=1\">Ana";
    private static final List<String> TEXTS = List.of(
            "<script>window.ran=1</script> minha geladeira não gela",
            "<img src=x onerror=\"window.ran=1\"><svg onload=\"window.ran=1\">",
            "{{constructor.constructor('window.ran=1')()}} javascript:window.ran=1",
            "\u202Eoãçarepo amu é atse\u202C");

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void nothingThatACustomerWritesRuns() {
        var server = "http://localhost:" + port;
        var marta = TasklistWindow.of(browser.open(1280, 800, "pt-BR"), server, "marta", "people-of-tests")
                .filter("Todas");
        var phone = PhoneWindow.of(browser.open(1280, 900, "pt-BR"), server).as(NAME, "+5511955550123");

        TEXTS.forEach(phone::write);
        marta.open(NAME);

        TEXTS.forEach(text -> assertThat(marta.thread()).containsText(text));
        assertThat(marta.head()).containsText(NAME);
        marta.listed(NAME); // an escalation may stand beside it
        picture(marta.page(), "07-hostile-texts");
        assertThat(ran(marta.page())).isFalse();
        TEXTS.forEach(text -> assertThat(phone.chat()).containsText(text));
        assertThat(ran(phone.page())).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    private static boolean ran(Page page) {
        page.waitForTimeout(500);
        return (boolean) page.evaluate("() => 'ran' in window");
    }
}
