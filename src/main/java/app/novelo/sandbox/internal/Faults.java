package app.novelo.sandbox.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The faults that are switched on, in the order in which they were. A restart clears them. */
@SandboxOnly
@Component
class Faults {

    private final List<Fault> active = new ArrayList<>();

    synchronized void add(Fault fault) {
        if (!fault.isSpent()) {
            active.add(fault);
        }
    }

    synchronized List<Fault> all() {
        return List.copyOf(active);
    }

    synchronized void clear() {
        active.clear();
    }

    /** Switches one kind off. */
    synchronized void clear(FaultKind kind) {
        active.removeIf(fault -> fault.kind() == kind);
    }

    Optional<Fault> next(Set<FaultKind> kinds, String line, String phone) {
        return next(fault -> kinds.contains(fault.kind()) && fault.meets(line, phone));
    }

    /** @param phone null = the company's own file. Files belong to all lines */
    Optional<Fault> next(Set<FaultKind> kinds, @Nullable String phone) {
        return next(fault -> kinds.contains(fault.kind()) && fault.meets(null, phone));
    }

    /** @return the oldest fault of this kind that meets one of the updates */
    Optional<Fault> next(FaultKind kind, Collection<WebhookUpdate> updates) {
        return next(fault -> fault.kind() == kind && updates.stream().anyMatch(update -> update.meets(fault)));
    }

    /** @return the oldest fault that this is about; it has thereby happened once */
    private synchronized Optional<Fault> next(Predicate<Fault> about) {
        for (int i = 0; i < active.size(); i++) {
            var fault = active.get(i);
            if (about.test(fault)) {
                replace(i, fault.once());
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** @return whether one of this kind would meet a file of this phone's; it has not thereby happened */
    synchronized boolean awaits(FaultKind kind, @Nullable String phone) {
        return active.stream().anyMatch(fault -> fault.kind() == kind && fault.meets(null, phone));
    }

    /** @return whether one of this kind is switched on; it has not thereby happened */
    synchronized Optional<Fault> find(FaultKind kind) {
        return active.stream().filter(fault -> fault.kind() == kind).findFirst();
    }

    private void replace(int index, Fault left) {
        if (left.isSpent()) {
            active.remove(index);
        } else {
            active.set(index, left);
        }
    }
}
