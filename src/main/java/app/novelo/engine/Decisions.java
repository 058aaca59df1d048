package app.novelo.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the newest version of a table from code. A business rule task needs no code. */
public interface Decisions {

    /**
     * @param facts every input of the table, null where unknown
     * @return one map of outputs per matching rule
     * @throws DecisionFailed if the table is missing or breaks its own hit policy
     */
    List<Map<String, @Nullable Object>> evaluate(String decision, Map<String, @Nullable Object> facts);
}
