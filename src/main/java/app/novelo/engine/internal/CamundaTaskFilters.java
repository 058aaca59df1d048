package app.novelo.engine.internal;

import app.novelo.engine.TaskFilters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CamundaTaskFilters implements TaskFilters {

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
        var filter = find(wanted.content(), existing).orElseGet(filters::newTaskFilter);
        filters.saveFilter(filter.setName(wanted.name())
                .setProperties(properties(wanted, place))
                .setQuery(tasks.createTaskQuery()));
    }

    private static Optional<Filter> find(Content content, List<Filter> existing) {
        return existing.stream()
                .filter(filter ->
                        ReaderFilter.contentOf(filter).filter(content::equals).isPresent())
                .findFirst();
    }

    /** Tasklist asks anew when something happens (workbench), not every ten seconds as {@code refresh} would have it. */
    private static Map<String, Object> properties(TaskFilter filter, int place) {
        var properties = new HashMap<String, Object>();
        properties.put(ReaderFilter.PROPERTY, filter.content().name());
        properties.put("description", filter.description());
        properties.put("priority", place);
        properties.put("refresh", false);
        properties.put("showUndefinedVariable", false);
        return properties;
    }
}
