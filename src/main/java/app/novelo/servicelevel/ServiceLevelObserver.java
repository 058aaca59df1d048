package app.novelo.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Told when a case's clocks have changed, in the same transaction. */
public interface ServiceLevelObserver {

    /** @param nextDue when the first open clock is due; null if none is open */
    void changed(String caseNumber, @Nullable Instant nextDue);
}
