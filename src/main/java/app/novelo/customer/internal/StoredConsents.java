package app.novelo.customer.internal;

import app.novelo.customer.Consent;
import app.novelo.customer.ConsentObserver;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import app.novelo.platform.Events;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredConsents implements Consents {

    private final ConsentRows rows;
    private final Events events;
    private final ObjectProvider<ConsentObserver> observers;

    StoredConsents(ConsentRows rows, Events events, ObjectProvider<ConsentObserver> observers) {
        this.rows = rows;
        this.events = events;
        this.observers = observers;
    }

    @Override
    public Optional<Consent> of(UUID customer, Purpose purpose) {
        return rows.counting(customer, purpose).map(ConsentRows.Entry::consent);
    }

    @Override
    public Map<UUID, List<Consent>> of(Collection<UUID> customers) {
        var counting = rows.counting(customers);
        return customers.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), id -> counting.getOrDefault(id, List.of()).stream()
                        .map(ConsentRows.Entry::consent)
                        .toList()));
    }

    @Override
    @Transactional
    public boolean record(UUID customer, Consent consent) {
        var before = of(customer, consent.purpose()).map(Consent::state);
        rows.add(customer, consent);
        var now = of(customer, consent.purpose()).orElseThrow();
        if (before.filter(now.state()::equals).isPresent()) {
            return false;
        }
        events.append(
                "customer.consent-changed",
                Map.of(
                        "customer", customer.toString(),
                        "purpose", now.purpose().name(),
                        "state", now.state().name()));
        observers.forEach(observer -> observer.changed(customer, now));
        return true;
    }

    @Override
    public void recordOfNew(Map<UUID, List<Consent>> customers) {
        rows.addAll(customers);
    }
}
