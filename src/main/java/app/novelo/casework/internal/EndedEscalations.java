package app.novelo.casework.internal;

import app.novelo.engine.ProcessObserver;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** However it ends, handled, out of date, or with its case: the same cause may escalate again. */
@Component
class EndedEscalations implements ProcessObserver {

    private final EscalationRows rows;
    private final Clock clock;

    EndedEscalations(EscalationRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void ended(String processKey, String processInstanceId, @Nullable String businessKey) {
        if (processKey.equals(EscalationProcess.KEY)) {
            rows.ended(processInstanceId, businessKey, clock.instant());
        }
    }
}
