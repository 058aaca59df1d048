package app.novelo.engine.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The only expressions that a stored filter may hold, and only one that our code stored. They are filled in here, by their
 * very words; the engine evaluates no expression of any query ({@link QueryGuard}).
 */
final class FilterTerms {

    static final String READER = "${currentUser()}";
    static final String QUEUES_OF_READER = "${currentUserGroups()}";
    static final String NOW = "${now()}";

    /** By the name under which a query keeps the expression. */
    private static final Map<String, String> KNOWN =
            Map.of("taskAssignee", READER, "taskCandidateGroupIn", QUEUES_OF_READER, "dueBefore", NOW);

    /** Matches no group: the query refuses an empty list. */
    private static final List<String> NO_GROUP = List.of("");

    private FilterTerms() {}

    /** @return true if there is something to be filled in, and nothing else */
    static boolean standIn(@Nullable Query<?, ?> query) {
        return query instanceof TaskQueryImpl tasks
                && !tasks.getExpressions().isEmpty()
                && KNOWN.entrySet().containsAll(tasks.getExpressions().entrySet())
                && tasks.getQueries().stream()
                        .allMatch(part -> part == tasks || part.getExpressions().isEmpty());
    }

    /** @param tasks changed in place: its terms become values */
    static TaskQueryImpl fillIn(TaskQueryImpl tasks, IdentityService identities) {
        var terms = tasks.getExpressions().keySet();
        var reader = identities.getCurrentAuthentication();
        if (terms.contains("taskAssignee")) {
            tasks.taskAssignee(reader == null ? "" : reader.getUserId());
        }
        if (terms.contains("taskCandidateGroupIn")) {
            var groups = reader == null ? NO_GROUP : Objects.requireNonNullElse(reader.getGroupIds(), NO_GROUP);
            tasks.taskCandidateGroupIn(groups.isEmpty() ? NO_GROUP : groups);
        }
        if (terms.contains("dueBefore")) {
            tasks.dueBefore(ClockUtil.getCurrentTime());
        }
        tasks.setExpressions(new HashMap<>());
        return tasks;
    }
}
