package app.novelo.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a module demands of a decision table of its own before people's version goes live. */
public interface DecisionCheck {

    /** @return key of the decision */
    String decision();

    /** @return why it is refused, in words for whoever wrote it; empty if it may go live */
    List<String> reasons(Table table);

    /** A table that is about to be deployed. */
    interface Table {

        /**
         * @param inputs scalars by the names of the columns
         * @return outputs of the rules that fit
         */
        List<Map<String, Object>> decide(Map<String, @Nullable Object> inputs);

        /** @return the words in quotes that its rules compare with */
        Set<String> words();
    }
}
