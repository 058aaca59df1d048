package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import app.novelo.support.NoveloProcess;
import app.novelo.support.TasklistWindow;
import app.novelo.support.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An analyst changes one table and nothing else, and the next ticket goes elsewhere. */
@Tag("browser")
class RoutingChangeWalkTest {

    private static final Pattern SUPPORT_QUEUE =
            Pattern.compile("(<outputEntry id=\"outputEntry_support_queue\">\\s*<text>)\"support\"");

    @RegisterExtension
    final Browser browser = new Browser();

    @TempDir
    Path data;

    @Test
    void theNextTicketGoesToAnotherQueueAlsoAfterARestart() throws IOException {
        try (var novelo = NoveloProcess.start(data)) {
            var bruno = loggedIn(novelo, "bruno");
            says(novelo, "5511966660001");
            assertThat(bruno.entry("96666-0001")).isVisible();

            deployAlone(novelo);
            var bia = loggedIn(novelo, "bia");
            says(novelo, "5511966660002");
            assertThat(bia.entry("96666-0002")).isVisible();
            assertThat(bia.open("96666-0002").head()).containsText("→ Financeiro");
            picture(bia.page(), "08-ticket-in-the-other-queue");
            assertThat(bruno.filter("Todas").entry("96666-0001")).isVisible();
            assertThat(bruno.entry("96666-0002")).hasCount(0);

            novelo.restart();
            says(novelo, "5511966660003");
            assertThat(loggedIn(novelo, "bia").entry("96666-0003")).isVisible();
            var brunoAgain = loggedIn(novelo, "bruno");
            assertThat(brunoAgain.entry("96666-0001")).isVisible();
            assertThat(brunoAgain.entry("96666-0003")).hasCount(0);
        }
    }

    private TasklistWindow loggedIn(NoveloProcess novelo, String user) {
        return TasklistWindow.of(browser.open(1280, 800, "pt-BR"), novelo.server(), user, NoveloProcess.PASSWORD);
    }

    private static void says(NoveloProcess novelo, String phone) {
        var answer = Visitor.stranger(novelo.port())
                .post(
                        "/sandbox/phones/" + phone + "/messages",
                        "{\"type\":\"text\",\"text\":{\"body\":\"minha geladeira não gela\"}}");
        assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    }

    /** As Camunda Modeler's button does it: this one file, nothing about the others. */
    private static void deployAlone(NoveloProcess novelo) throws IOException {
        var shipped = Files.readString(Path.of("decisions/desk/routing.dmn"));
        var changed = SUPPORT_QUEUE.matcher(shipped).replaceFirst("$1\"billing\"");
        assertThat(changed).isNotEqualTo(shipped);
        var answer = Visitor.withPassword(novelo.port(), "alice", NoveloProcess.PASSWORD)
                .deploy("/engine-rest/deployment/create", Map.of("routing.dmn", changed));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
