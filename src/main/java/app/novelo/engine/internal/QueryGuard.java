package app.novelo.engine.internal;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Refuses expressions in queries. Camunda 7.24.0 evaluates those inside {@code orQueries} unchecked, which lets whoever may
 * ask for tasks run any code: CVE-2026-109432, fixed in paid releases only.
 */
class QueryGuard extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof Query<?, ?> query) {
            check(query);
        }
        return next.execute(command);
    }

    static void check(@Nullable Query<?, ?> query) {
        if (query instanceof AbstractQuery<?, ?> asked
                && !asked.getExpressions().isEmpty()) {
            refuse();
        }
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream()
                        .anyMatch(part -> !part.getExpressions().isEmpty())) {
            refuse();
        }
    }

    private static void refuse() {
        throw new BadUserRequestException("Expressions in queries are not evaluated here");
    }
}
