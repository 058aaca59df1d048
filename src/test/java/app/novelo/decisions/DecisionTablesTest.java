package app.novelo.decisions;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.decisions.ShippedTable.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every shipped table. */
class DecisionTablesTest {

    @ParameterizedTest
    @MethodSource("examples")
    void decidesAsItsExampleSays(Example example) {
        Verdict verdict = example.table().decide(example.inputs());

        assertThat(verdict.rules()).isEqualTo(example.rules());
        assertThat(asText(verdict.outputs().get(verdict.outputs().size() - 1))).isEqualTo(example.saidOutputs());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRuleHasAnExample(ShippedTable table) {
        assertThat(table.rules())
                .isSubsetOf(Example.of(table)
                        .flatMap(example -> example.rules().stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void knowsWhatToDoWhenNothingIsKnown(ShippedTable table) {
        String last = table.rules().get(table.rules().size() - 1);
        Map<String, @Nullable Object> unknown = new HashMap<>();
        table.inputs().keySet().forEach(input -> unknown.put(input, null));

        assertThat(table.decide(unknown).rules()).containsExactly(last);
        assertThat(table.decide(Map.of()).rules()).as("not even offered").containsExactly(last);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void decidesWithAnyInputUnknown(Example example) {
        assertThat(example.inputs().keySet()).allSatisfy(input -> assertThat(
                        example.table().decide(example.without(input)).rules())
                .isNotEmpty());
    }

    /** Columns are an interface: analysts add to them, code and models rely on these. */
    @Test
    void offersTheColumnsOfTheContract() {
        assertColumns(
                "triage",
                Set.of(
                        "gesture",
                        "hasText",
                        "asked",
                        "fromAd",
                        "intent",
                        "confidence",
                        "sentiment",
                        "urgency",
                        "language",
                        "hasOpenCase",
                        "minutesSinceClosed",
                        "channel",
                        "line",
                        "isKnownCustomer",
                        "segment",
                        "businessHours",
                        "turn"),
                List.of("action", "kind", "topic", "queue", "reason"));
        assertColumns(
                "priority",
                Set.of("intent", "sentiment", "urgency", "segment", "contract", "recontacts7d", "escalationWord"),
                List.of("priority", "reason"));
        assertColumns(
                "routing",
                Set.of(
                        "triageQueue",
                        "kind",
                        "intent",
                        "topic",
                        "priority",
                        "segment",
                        "language",
                        "line",
                        "customerOwnerOnShift",
                        "businessHours"),
                List.of("queue", "skill", "strategy", "overflowQueue", "overflowMinutes"));
        assertColumns(
                "sla",
                Set.of("kind", "metric", "priority", "segment", "contract"),
                List.of("minutes", "calendar", "warnAtPercent"));
        assertColumns(
                "lead-score",
                Set.of("need", "companySize", "budget", "timeline", "decisionMaker", "source", "segment", "engagement"),
                List.of("points"));
        assertColumns("lead-grade", Set.of("score"), List.of("grade", "priority"));
        assertColumns("stage-idle", Set.of("stage", "grade"), List.of("days"));
        assertColumns(
                "fallback-template",
                Set.of("purpose", "intent", "language", "line", "queue"),
                List.of("template", "language", "values", "queue"));
    }

    private static void assertColumns(String name, Set<String> inputs, List<String> outputs) {
        var table = ShippedTable.named(name);
        assertThat(table.inputs()).containsOnlyKeys(inputs);
        assertThat(table.outputs()).isEqualTo(outputs);
    }

    private static Map<String, String> asText(Map<String, Object> outputs) {
        return outputs.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> Objects.toString(entry.getValue(), "")));
    }

    static Stream<ShippedTable> tables() {
        return ShippedTable.all();
    }

    static Stream<Example> examples() {
        return ShippedTable.all().flatMap(Example::of);
    }
}
