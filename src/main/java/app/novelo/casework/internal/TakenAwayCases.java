package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.engine.ProcessObserver;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A case whose instance ends without having closed it, because somebody deleted it in Cockpit or drew a way out without
 * that step: row and token end together, its clocks are cancelled, and the customer's next message finds a way again.
 */
@Component
class TakenAwayCases implements ProcessObserver {

    private final CaseRows rows;
    private final Cases cases;
    private final ServiceLevels serviceLevels;
    private final StoredCaseCourse course;
    private final Clock clock;

    TakenAwayCases(CaseRows rows, Cases cases, ServiceLevels serviceLevels, StoredCaseCourse course, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.serviceLevels = serviceLevels;
        this.course = course;
        this.clock = clock;
    }

    @Override
    public void ended(String processKey, String processInstanceId, @Nullable String businessKey) {
        if (businessKey != null) {
            rows.openOf(businessKey, processInstanceId).ifPresent(this::close);
        }
    }

    private void close(CaseFile file) {
        var now = clock.instant();
        cases.close(file.number(), now);
        serviceLevels.cancelled(file.number(), "its process was ended", now);
        course.ended(file, now);
    }
}
