package app.novelo.platform.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Before Spring Boot's own, which does not name the setting. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(@Nullable Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis(
                "Another program listens on port %d.".formatted(cause.getPort()),
                "Stop that program, or name another port with SERVER_PORT.",
                cause);
    }
}
