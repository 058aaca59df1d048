package app.novelo.engine.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Files;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate says of a decision table. */
class DecisionRulesTest {

    @Test
    void takesEveryDecisionOfThisRelease() throws IOException {
        try (var files = java.nio.file.Files.walk(Path.of("decisions"))) {
            for (var path :
                    files.filter(file -> file.toString().endsWith(".dmn")).toList()) {
                var content = java.nio.file.Files.readAllBytes(path);
                var rules = new DecisionRules(XmlFile.of(content), key -> Optional.of(XmlFile.of(content)));
                assertThat(rules.findings()).as(path.toString()).isEmpty();
            }
        }
    }

    @Test
    void takesAnotherColumnInATable() {
        var more = Files.read("colour.dmn")
                .replace(
                        "<!-- inputs -->",
                        "<input id=\"i2\"><inputExpression id=\"e2\"><text>weather</text></inputExpression></input>")
                .replace("<!-- entries -->", "<inputEntry id=\"ie2\"><text></text></inputEntry>");
        assertThat(decision(more)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    input "mood" is missing   | <text>mood</text>         | <text>temper</text>
                    output "colour" is missing | name="colour" typeRef    | name="shade" typeRef
                    not in juel               | typeRef="string"><text>mood | expressionLanguage="juel"><text>mood
                    not in javascript         | <text>"blue"              | <text expressionLanguage="javascript">"blue"
                    neither hold              | "calm"                    | ${a.b()}
                    neither hold              | "calm"                    | function(x) external {java: {class: "x"}}
                    neither hold              | "calm"                    | function(x) external /* */ {java: {class: "x"}}
                    nothing may be imported   | <decision id              | <import locationURI="http://evil" /><decision id
                    """)
    void refusesATable(String reason, String before, String after) {
        assertThat(decision(Files.read("colour.dmn").replace(before, after)))
                .anySatisfy(finding -> assertThat(finding.reason()).contains(reason));
    }

    @Test
    void takesFeelUnderEachOfItsNames() {
        for (var name : List.of(
                "feel",
                "FEEL",
                "http://www.omg.org/spec/FEEL/20140401",
                "https://www.omg.org/spec/DMN/20191111/FEEL/")) {
            var named = Files.read("colour.dmn")
                    .replace("typeRef=\"string\"><text>mood", "expressionLanguage=\"" + name + "\"><text>mood");
            assertThat(decision(named)).as(name).isEmpty();
        }
    }

    private static List<Finding> decision(String file) {
        var live = XmlFile.of(Files.read("colour.dmn").getBytes(StandardCharsets.UTF_8));
        return new DecisionRules(XmlFile.of(file.getBytes(StandardCharsets.UTF_8)), key -> Optional.of(live))
                .findings();
    }
}
