package app.novelo.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates the newest version of a table from code. A business rule task needs no code. */
public interface Decisions {

    /**
     * @param facts every input of the table, null where unknown
     * @return one map of outputs per matching rule
     * @throws DecisionFailed if the table is missing or breaks its own hit policy
     */
    List<Map<String, @Nullable Object>> evaluate(String decision, Map<String, @Nullable Object> facts);

    /**
     * As {@link #evaluate}, for whoever must answer for it later.
     *
     * @return outputs and rules in the same order
     * @throws DecisionFailed as above
     */
    DecisionRecord decide(String decision, Map<String, @Nullable Object> facts);

    /** @return what the rule says of itself to people; empty if it says nothing or is not known any more */
    Optional<String> annotation(String decision, int version, String rule);
}
