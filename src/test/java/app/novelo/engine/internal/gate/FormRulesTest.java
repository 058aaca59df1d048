package app.novelo.engine.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.support.Files;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate says of a form. */
class FormRulesTest {

    private static final Vocabulary WORDS = new Vocabulary(
            Set.of("openTicketDelegate"), Set.of("auditListener"), Set.of("conversation.send"), Set.of("by-hand"));

    @Test
    void takesEveryFormOfThisRelease() throws IOException {
        try (var files = java.nio.file.Files.walk(Path.of("forms"))) {
            for (var path :
                    files.filter(file -> file.toString().endsWith(".form")).toList()) {
                assertThat(new FormRules(java.nio.file.Files.readAllBytes(path), WORDS).findings())
                        .as(path.toString())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "iframe", "script", "filepicker", ""})
    void refusesForeignMarkupInAForm(String type) {
        assertThat(form(Files.read("answer.form").replace("\"textfield\"", "\"" + type + "\"")))
                .anyMatch(finding -> finding.element().equals("text_queue"));
    }

    /** A task is not completed with a list: nobody could ever complete it with such a form. */
    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void refusesAFieldOfManyValues(String type) {
        assertThat(form(Files.read("answer.form").replace("\"textfield\"", "\"" + type + "\"")))
                .anyMatch(finding -> finding.element().equals("text_queue"));
    }

    @Test
    void refusesAFormThatIsNone() {
        assertThat(form("{}")).isNotEmpty();
        assertThat(form("{\"id\":\"by-hand\",\"components\":[]}")).isNotEmpty();
        assertThatThrownBy(() -> form("<html>")).isInstanceOf(XmlFile.Refused.class);
    }

    private static List<Finding> form(String file) {
        return new FormRules(file.getBytes(StandardCharsets.UTF_8), WORDS).findings();
    }
}
