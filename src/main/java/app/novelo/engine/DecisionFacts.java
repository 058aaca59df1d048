package app.novelo.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Offers what is known to the decisions of a process, so that an analyst may add a column without a developer. */
public interface DecisionFacts {

    /**
     * @param businessKey of the instance that decides
     * @return scalars by the names that stand in {@code docs/model-names.md}; an unknown fact is null, never left out
     */
    Map<String, @Nullable Object> of(String processKey, @Nullable String businessKey);
}
