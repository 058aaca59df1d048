package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import java.time.Duration;
import java.util.List;
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

    Duration of(WebhookUpdate update) {
        return update.kind() == Kind.STATUSES ? ofStatus(update).plus(ofAny(update)) : ofAny(update);
    }

    private Duration ofStatus(WebhookUpdate update) {
        return faults.next(FaultKind.LATE_STATUSES, List.of(update))
                .map(Fault::delay)
                .orElse(Duration.ZERO);
    }

    /** While updates are to be reordered every other one is held back, so that the next overtakes it. */
    private Duration ofAny(WebhookUpdate update) {
        return faults.next(FaultKind.REORDER_WEBHOOKS, List.of(update))
                .filter(fault -> odd.compareAndSet(false, true) || !odd.compareAndSet(true, false))
                .map(Fault::delay)
                .orElse(Duration.ZERO);
    }
}
