package app.novelo.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Told of a case's clocks, in the transaction that works on them. */
public interface ServiceLevelObserver {

    /**
     * A timer is about to settle the clocks and has read nothing yet: the moment to wait until nobody else works on the
     * case. The job executor alone would meet the worker or the agent who moves the case's own token just then.
     */
    default void settling(String caseNumber) {}

    /** @param nextDue when the first open clock is due that does not wait; null if there is none */
    default void changed(String caseNumber, @Nullable Instant nextDue) {}

    /**
     * The clock has used up what its warning waits for. Told once, and not if it is late already. May change the clocks again:
     * the token moves when everybody has been told.
     */
    default void warned(String caseNumber, Metric metric) {}

    /** The clock is late. Told once; may change the clocks again, as above. */
    default void breached(String caseNumber, Metric metric) {}
}
