package app.novelo.engine.internal;

import app.novelo.engine.TaskFilters.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * What a filter holds depends on its reader and on the hour. Camunda says so with expressions in the stored query, which
 * stay forbidden here ({@link QueryGuard}); ours say it with a property, and what it means is added on every reading.
 */
final class ReaderFilter {

    /** The filter's property with the name of a {@link Content}. */
    static final String PROPERTY = "novelo";

    /** Matches no group: the query refuses an empty list. */
    private static final List<String> NO_GROUP = List.of("");

    private ReaderFilter() {}

    static Optional<Content> contentOf(Filter filter) {
        var name =
                filter.getProperties() == null ? null : filter.getProperties().get(PROPERTY);
        return Arrays.stream(Content.values())
                .filter(content -> content.name().equals(name))
                .findFirst();
    }

    static void narrow(TaskQueryImpl query, Content content, IdentityService identities) {
        var reader = identities.getCurrentAuthentication();
        switch (content) {
            case QUEUES -> {
                var groups = reader == null ? NO_GROUP : Objects.requireNonNullElse(reader.getGroupIds(), NO_GROUP);
                query.taskCandidateGroupIn(groups.isEmpty() ? NO_GROUP : groups);
            }
            case MINE -> query.taskAssignee(reader == null ? "" : reader.getUserId());
            case OVERDUE -> query.dueBefore(ClockUtil.getCurrentTime());
            case ALL -> {}
        }
    }
}
