package app.novelo.sandbox.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The faults that are switched on, in the order in which they were. A restart clears them. */
@SandboxOnly
@Component
class Faults {

    private final List<Fault> active = new ArrayList<>();
    private final WebhookQueue queue;

    Faults(WebhookQueue queue) {
        this.queue = queue;
    }

    synchronized void add(Fault fault) {
        if (!fault.isSpent()) {
            active.add(fault);
        }
    }

    synchronized List<Fault> all() {
        return List.copyOf(active);
    }

    void clear() {
        synchronized (this) {
            active.clear();
        }
        queue.hurry();
    }

    /** Switches one kind off. */
    void clear(FaultKind kind) {
        synchronized (this) {
            active.removeIf(fault -> fault.kind() == kind);
        }
        queue.hurry();
    }

    /** @return the oldest fault of these kinds that meets this phone; it has thereby happened once */
    synchronized Optional<Fault> next(Set<FaultKind> kinds, @Nullable String phone) {
        for (int i = 0; i < active.size(); i++) {
            var fault = active.get(i);
            if (kinds.contains(fault.kind()) && fault.meets(phone)) {
                replace(i, fault.once());
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    Optional<Fault> next(FaultKind kind) {
        return next(Set.of(kind), null);
    }

    private void replace(int index, Fault left) {
        if (left.isSpent()) {
            active.remove(index);
        } else {
            active.set(index, left);
        }
    }
}
