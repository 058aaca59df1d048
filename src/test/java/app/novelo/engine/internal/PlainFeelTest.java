package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is answered by ourselves is what the FEEL engine says. */
class PlainFeelTest {

    private static final FeelEngine FEEL = new ScalaFeelEngine(List.of());
    private static final List<@Nullable Object> VALUES = Arrays.asList(
            "support",
            "",
            "a,b",
            "true",
            "null",
            "\\",
            null,
            true,
            false,
            5,
            0.5,
            -1L,
            5.0,
            1e-7,
            4.999999999,
            2.5f,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY);

    private final FeelEngine plain = new PlainFeel(FEEL);

    static Stream<String> tests() {
        return Stream.of(
                "\"support\"",
                "\"support\",\"billing\"",
                " \"billing\" , \"support\" ",
                "\"\"",
                "\"a,b\"",
                "\"\\\\\"",
                "not(\"support\")",
                "not(\"support\",\"billing\")",
                " not( \"billing\" , \"support\" ) ",
                "not (\"support\")",
                "not(\"\")",
                "not(null, \"\")",
                "not(\"support\"), \"support\"",
                "not(not(\"support\"))",
                "true",
                "false",
                "-",
                "null",
                "not(null)",
                "< 0.5",
                "<0.5",
                "<= 0.5",
                "> 0.5",
                ">= 5",
                " >=  5.0 ",
                ">= -1",
                "=5",
                "< 5, > 7",
                "0.50",
                "05",
                "> .5",
                "> 1e3",
                "[1..5]",
                "5",
                "support",
                "\"support\",5",
                "\"support\",null",
                "? = \"support\"",
                "starts with(?, \"sup\")");
    }

    @ParameterizedTest
    @MethodSource("tests")
    void testsAsTheEngineDoes(String cell) {
        for (var value : VALUES) {
            var context = context("cellInput", value);
            assertThat(outcome(() -> plain.evaluateSimpleUnaryTests(cell, "cellInput", context)))
                    .as("%s of %s", cell, value)
                    .isEqualTo(outcome(() -> FEEL.evaluateSimpleUnaryTests(cell, "cellInput", context)));
        }
    }

    static Stream<String> expressions() {
        return Stream.of(
                "intent",
                " intent ",
                "unknown",
                "\"URGENT\"",
                "\"\"",
                "\"a\\nb\"",
                "\"a\" + \"b\"",
                "true",
                "null",
                "240",
                " 0 ",
                "007",
                "-5",
                "2.50",
                "999999999",
                "9999999999",
                "date",
                "time",
                "not",
                "if",
                "count",
                "intent = \"support\"",
                "[\"a\",\"b\"]",
                "upper case(intent)");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void evaluatesAsTheEngineDoes(String cell) {
        for (var value : VALUES) {
            var context = context("intent", value);
            assertThat(outcome(() -> plain.<@Nullable Object>evaluateSimpleExpression(cell, context)))
                    .as("%s of %s", cell, value)
                    .isEqualTo(outcome(() -> FEEL.<@Nullable Object>evaluateSimpleExpression(cell, context)));
        }
    }

    @Test
    void readsNamesThatWordsOfFeelWouldShadow() {
        for (var name : List.of("date", "time", "in", "true", "null", "count", "string", "list", "item")) {
            var context = context(name, "value");
            assertThat(outcome(() -> plain.<@Nullable Object>evaluateSimpleExpression(name, context)))
                    .as(name)
                    .isEqualTo(outcome(() -> FEEL.<@Nullable Object>evaluateSimpleExpression(name, context)));
        }
    }

    private static VariableContext context(String name, @Nullable Object value) {
        return Variables.createVariables().putValue(name, value).asVariableContext();
    }

    private interface Evaluation {
        @Nullable
        Object value();
    }

    private static String outcome(Evaluation evaluation) {
        try {
            var value = evaluation.value();
            return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
