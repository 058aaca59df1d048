package app.novelo.engine.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Stored filters reach the engine past {@link QueryGuard}, inside commands of their own. None holds an expression; what
 * depends on the reader is added here ({@link ReaderFilter}).
 */
class GuardedFilterService extends FilterServiceImpl {

    private final Supplier<IdentityService> identities;

    /** @param identities the engine's, which exists only after it */
    GuardedFilterService(Supplier<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        QueryGuard.check(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        var query = forReader(filterId, null);
        return query.isPresent() ? tasks(query.get(), TaskQueryImpl::list) : super.list(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extension) {
        var query = forReader(filterId, extension);
        return query.isPresent() ? tasks(query.get(), TaskQueryImpl::list) : super.list(filterId, extension);
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
        var query = forReader(filterId, null);
        return query.isPresent()
                ? tasks(query.get(), asked -> asked.listPage(first, most))
                : super.listPage(filterId, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extension, int first, int most) {
        var query = forReader(filterId, extension);
        return query.isPresent()
                ? tasks(query.get(), asked -> asked.listPage(first, most))
                : super.listPage(filterId, extension, first, most);
    }

    @Override
    public <T> T singleResult(String filterId) {
        var query = forReader(filterId, null);
        return query.isPresent() ? tasks(query.get(), TaskQueryImpl::singleResult) : super.singleResult(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extension) {
        var query = forReader(filterId, extension);
        return query.isPresent()
                ? tasks(query.get(), TaskQueryImpl::singleResult)
                : super.singleResult(filterId, extension);
    }

    @Override
    public Long count(String filterId) {
        var query = forReader(filterId, null);
        return query.isPresent() ? tasks(query.get(), TaskQueryImpl::count) : super.count(filterId);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extension) {
        var query = forReader(filterId, extension);
        return query.isPresent() ? tasks(query.get(), TaskQueryImpl::count) : super.count(filterId, extension);
    }

    /** @return the whole query if it depends on its reader; empty if the engine's own way is good */
    private Optional<TaskQueryImpl> forReader(String filterId, @Nullable Query<?, ?> extension) {
        QueryGuard.check(extension);
        var filter = getFilter(filterId);
        if (filter == null) {
            return Optional.empty();
        }
        QueryGuard.check(filter.getQuery());
        return ReaderFilter.contentOf(filter).map(content -> {
            var whole = extension == null ? filter : filter.extend(extension);
            TaskQueryImpl query = whole.getQuery();
            ReaderFilter.narrow(query, content, identities.get());
            query.initializeFormKeys();
            return query;
        });
    }

    /** The engine's signatures promise whatever the caller expects; a filter of ours holds tasks. */
    @SuppressWarnings("unchecked")
    private <T> T tasks(TaskQueryImpl query, Function<TaskQueryImpl, ?> work) {
        return (T) commandExecutor.execute(context -> (Object) work.apply(query));
    }
}
