package app.novelo.sandbox.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** The delays that the faults add to updates. */
@SandboxOnly
@Component
class Disorder {

    private final Faults faults;
    private final AtomicBoolean odd = new AtomicBoolean();

    Disorder(Faults faults) {
        this.faults = faults;
    }

    Duration ofStatus() {
        return faults.next(FaultKind.LATE_STATUSES)
                .map(Fault::delay)
                .orElse(Duration.ZERO)
                .plus(ofMessage());
    }

    /** While updates are to be reordered every other one is held back, so that the next overtakes it. */
    Duration ofMessage() {
        return faults.next(FaultKind.REORDER_WEBHOOKS)
                .filter(fault -> odd.compareAndSet(false, true) || !odd.compareAndSet(true, false))
                .map(Fault::delay)
                .orElse(Duration.ZERO);
    }
}
