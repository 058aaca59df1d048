package app.novelo.casework.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open task whose queue or assignee has changed.
 *
 * @param fresh it has just come into being
 * @param hadIt who had it when it was planned last
 * @param decision what the table routing said of its case last; null if it was not asked
 * @param owner of the case
 * @param lastOwner of the same customer's case before
 */
record Unplanned(
        String task,
        boolean fresh,
        @Nullable String queue,
        @Nullable String assignee,
        @Nullable String hadIt,
        @Nullable String caseNumber,
        @Nullable UUID conversation,
        @Nullable UUID customer,
        boolean overflowed,
        @Nullable String owner,
        @Nullable String lastOwner,
        @Nullable Routing decision) {

    /**
     * One evaluation of the table routing, word by word.
     *
     * @param rules ids of those that matched
     */
    record Routing(
            long id,
            int version,
            List<String> rules,
            @Nullable String queue,
            @Nullable String skill,
            @Nullable String strategy,
            @Nullable String overflowQueue,
            @Nullable String overflowMinutes) {}
}
