package app.novelo.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.engine.DecisionCheck.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cadence that never ends does not go live. */
class CadenceEndsTest {

    private final String shipped = read();

    @Test
    void theShippedTableEnds() {
        assertThat(new CadenceEnds().reasons(table(shipped))).isEmpty();
    }

    @Test
    void aTableWithoutALastAttemptIsRefusedWithTheCaseInWhichItGoesOn() {
        var endless = shipped.replace("<text>&gt; 4</text>", "<text>&gt; 2000</text>");

        assertThat(new CadenceEnds().reasons(table(endless))).singleElement().satisfies(reason -> assertThat(reason)
                .contains("a cadence must end", "attempt 13", "stage \"new\"", "\"template\"", "answers stop"));
    }

    @Test
    void aStageOfTheTablesOwnIsTriedToo() {
        var endless = shipped.replaceFirst("(inputEntry_enough_stage\">\\s*<text>)", "$1not(\"afterSale\")")
                .replace("<text>\"nurturing\"</text>", "<text>\"afterSale\"</text>")
                .replace("<text>&lt;= 2</text>", "<text></text>");

        assertThat(new CadenceEnds().reasons(table(endless))).singleElement().satisfies(reason -> assertThat(reason)
                .contains("stage \"afterSale\""));
    }

    private static Table table(String content) {
        var engine = new DefaultDmnEngineConfiguration().buildEngine();
        var decision = engine.parseDecision(
                "follow-up-cadence", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return new Table() {
            @Override
            public List<Map<String, Object>> decide(Map<String, @Nullable Object> inputs) {
                return engine.evaluateDecisionTable(decision, inputs).getResultList();
            }

            @Override
            public Set<String> words() {
                return Set.of("proposal", "afterSale", "A");
            }
        };
    }

    private static String read() {
        try {
            return Files.readString(Path.of("decisions/followup/follow-up-cadence.dmn"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
