package app.novelo.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one table.
 *
 * @param version the definition's version in the engine
 * @param facts all scalars that were offered, whether the table looked at them or not: a changed table can be replayed
 * @param outputs one map per matching rule
 * @param rules ids of the matching rules
 */
public record DecisionRecord(
        String decision,
        int version,
        Map<String, @Nullable Object> facts,
        List<Map<String, @Nullable Object>> outputs,
        List<String> rules,
        @Nullable String businessKey,
        @Nullable String processInstanceId,
        @Nullable String activityInstanceId,
        @Nullable String element) {}
