package app.novelo.engine.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what to do instead of a stack trace. */
final class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<NoAdministrator> {

    private static final String ACTION =
            """
            Set NOVELO_ADMIN_USER (default: admin) and NOVELO_ADMIN_PASSWORD and start again. The password holds from then \
            on, and both variables may be unset.""";

    @Override
    protected FailureAnalysis analyze(@Nullable Throwable root, NoAdministrator cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}
