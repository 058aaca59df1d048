package app.novelo.engine.internal;

import app.novelo.engine.TaskFilters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CamundaTaskFilters implements TaskFilters {

    /** The filter's property that says which of ours it is; its id is the engine's. */
    private static final String OURS = "novelo";

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    CamundaTaskFilters(FilterService filters, TaskService tasks, JdbcClient jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Override
    public void ensure(List<TaskFilter> wanted) {
        oneNodeAtATime();
        var existing = filters.createTaskFilterQuery().list();
        for (int place = 0; place < wanted.size(); place++) {
            ensure(wanted.get(place), place, existing);
        }
    }

    private void oneNodeAtATime() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('task-filters', 0))")
                .query(Integer.class)
                .single();
    }

    private void ensure(TaskFilter wanted, int place, List<Filter> existing) {
        var query = query(wanted.content());
        var filter = find(wanted.content(), existing).orElseGet(filters::newTaskFilter);
        var properties = properties(wanted, place);
        if (!wanted.name().equals(filter.getName()) || !holds(filter.getProperties(), properties)) {
            filters.saveFilter(
                    filter.setName(wanted.name()).setProperties(properties).setQuery(query));
        }
    }

    private static Optional<Filter> find(TaskFilters.Content content, List<Filter> existing) {
        return existing.stream()
                .filter(filter -> filter.getProperties() != null
                        && content.name().equals(filter.getProperties().get(OURS)))
                .findFirst();
    }

    /** Numbers come back from the database in other types than they went. */
    private static boolean holds(Map<String, Object> kept, Map<String, Object> wanted) {
        return kept != null
                && wanted.entrySet().stream().allMatch(entry -> Objects.toString(kept.get(entry.getKey()))
                        .equals(entry.getValue().toString()));
    }

    /** Tasklist asks anew when something happens (workbench), not every ten seconds as {@code refresh} would have it. */
    private static Map<String, Object> properties(TaskFilter filter, int place) {
        var properties = new HashMap<String, Object>();
        properties.put(OURS, filter.content().name());
        properties.put("description", filter.description());
        properties.put("priority", place);
        properties.put("refresh", false);
        properties.put("showUndefinedVariable", false);
        return properties;
    }

    private TaskQuery query(Content content) {
        var query = tasks.createTaskQuery();
        return switch (content) {
            case QUEUES -> query.taskCandidateGroupInExpression(FilterTerms.QUEUES_OF_READER);
            case MINE -> query.taskAssigneeExpression(FilterTerms.READER);
            case OVERDUE -> query.dueBeforeExpression(FilterTerms.NOW);
            case ALL -> query;
        };
    }
}
