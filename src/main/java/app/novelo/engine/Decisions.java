package app.novelo.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** @return true if an output of the newest version of the table is, or may be, that expression */
    boolean says(String decision, String expression);

    /**
     * @return what stands in the input cells of the newest version of the table
     * @throws DecisionFailed if the table is missing
     */
    Set<String> inputCells(String decision);

    /** @return what the rule says of itself to people; empty if it says nothing or is not known any more */
    Optional<String> annotation(String decision, int version, String rule);
}
