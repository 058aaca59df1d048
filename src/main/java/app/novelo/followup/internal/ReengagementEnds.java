package app.novelo.followup.internal;

import app.novelo.engine.ProcessObserver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps that the process of an event is over, whichever process the table has named. */
@Component
class ReengagementEnds implements ProcessObserver {

    private final ReengagementRows rows;

    ReengagementEnds(ReengagementRows rows) {
        this.rows = rows;
    }

    /** A process that it has called has the same key and ends first: the row says whose end counts. */
    @Override
    public void ended(String processKey, String processInstanceId, @Nullable String businessKey) {
        if (businessKey != null && businessKey.startsWith(ReengagementProcess.PREFIX)) {
            rows.find(businessKey)
                    .filter(found -> processKey.equals(found.action()))
                    .ifPresent(found -> rows.ended(businessKey));
        }
    }
}
