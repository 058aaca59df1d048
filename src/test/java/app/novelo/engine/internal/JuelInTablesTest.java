package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.support.Doors;
import app.novelo.support.Files;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Behind the gate: a table that came in by another way still reaches no Java. */
@Doors
class JuelInTablesTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    @Test
    void isNotEvaluatedThoughTheTableSaysSo() {
        deploy(
                "juel",
                Files.read("colour.dmn")
                        .replace(
                                "typeRef=\"string\"><text>mood",
                                "expressionLanguage=\"juel\"><text>mood.getClass().getName()"));
        assertRefused("juel", "written in FEEL, not in JUEL");
    }

    @Test
    void isNotTheLanguageOfOldTables() {
        deploy(
                "oldTable",
                Files.read("colour.dmn")
                        .replace(
                                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                                "http://www.omg.org/spec/DMN/20151101/dmn.xsd")
                        .replace("<text>mood</text>", "<text>mood.getClass().getName()</text>"));
        assertRefused("oldTable", "FEEL");
    }

    private void deploy(String key, String content) {
        repository
                .createDeployment()
                .addString(key + ".dmn", content.replace("\"colour\"", "\"" + key + "\""))
                .deploy();
    }

    private void assertRefused(String key, String expected) {
        var evaluation = decisions.evaluateDecisionTableByKey(key).variables(Map.of("mood", "java.lang.String"));
        assertThatThrownBy(evaluation::evaluate)
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining(expected);
    }
}
