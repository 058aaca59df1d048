package app.novelo.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Told of a case's clocks, in the transaction that works on them. */
public interface ServiceLevelObserver {

    /**
     * A timer is about to settle the clocks and has read nothing yet: the moment to wait until nobody else works on the
     * case. The job executor alone would meet the worker or the agent who moves the case's own token just then.
     */
    void settling(String caseNumber);

    /** @param nextDue when the first open clock is due; null if none is open */
    void changed(String caseNumber, @Nullable Instant nextDue);
}
