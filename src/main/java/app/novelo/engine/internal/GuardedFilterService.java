package app.novelo.engine.internal;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/** Stored filters reach the engine past {@link QueryGuard}, inside commands of their own. */
class GuardedFilterService extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        QueryGuard.check(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        checkStored(filterId);
        return super.list(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extension) {
        checkStored(filterId);
        QueryGuard.check(extension);
        return super.list(filterId, extension);
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
        checkStored(filterId);
        return super.listPage(filterId, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extension, int first, int most) {
        checkStored(filterId);
        QueryGuard.check(extension);
        return super.listPage(filterId, extension, first, most);
    }

    @Override
    public <T> T singleResult(String filterId) {
        checkStored(filterId);
        return super.singleResult(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extension) {
        checkStored(filterId);
        QueryGuard.check(extension);
        return super.singleResult(filterId, extension);
    }

    @Override
    public Long count(String filterId) {
        checkStored(filterId);
        return super.count(filterId);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extension) {
        checkStored(filterId);
        QueryGuard.check(extension);
        return super.count(filterId, extension);
    }

    /** For filters that came into the table by another way than {@link #saveFilter}. */
    private void checkStored(String filterId) {
        var filter = getFilter(filterId);
        if (filter != null) {
            QueryGuard.check(filter.getQuery());
        }
    }
}
