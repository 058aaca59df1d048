package app.novelo.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sla.dmn} collects, so its rules must not overlap by accident: a second target would silently tighten the first. */
class SlaTest {

    private final ShippedTable sla = ShippedTable.named("sla");

    @ParameterizedTest
    @CsvSource({
        "firstResponse, LOW",
        "firstResponse, NORMAL",
        "firstResponse, HIGH",
        "firstResponse, URGENT",
        "nextResponse, LOW",
        "nextResponse, NORMAL",
        "nextResponse, HIGH",
        "nextResponse, URGENT",
        "resolution, LOW",
        "resolution, NORMAL",
        "resolution, HIGH",
        "resolution, URGENT",
        "firstResponse, NEW",
        "nextResponse, NEW",
        "resolution,",
        "pickUp, HIGH",
        "pickUp,"
    })
    void givesOneTargetForEachMetricAndPriority(String metric, @Nullable String priority) {
        assertThat(targets(metric, priority, "").outputs()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"firstResponse", "nextResponse", "resolution"})
    void aGoldContractAddsASecondTargetByTheClock(String metric) {
        var targets = targets(metric, "NORMAL", "gold").outputs();

        assertThat(targets).hasSize(2);
        assertThat(targets.get(1)).containsEntry("calendar", "clock");
    }

    private ShippedTable.Verdict targets(String metric, @Nullable String priority, String contract) {
        Map<String, @Nullable Object> inputs = new HashMap<>(Map.of("metric", metric, "contract", contract));
        inputs.put("priority", priority);
        return sla.decide(inputs);
    }
}
