package app.novelo.customer.internal;

import app.novelo.customer.CustomerMergeObserver;
import app.novelo.customer.internal.Identity.Kind;
import app.novelo.customer.internal.IdentityRows.Ended;
import app.novelo.platform.Events;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one customer of two. Whoever calls holds both. */
@Component
class Merging {

    private final CustomerRows customers;
    private final IdentityRows identities;
    private final Occurrences occurrences;
    private final List<CustomerMergeObserver> observers;
    private final Events events;

    Merging(
            CustomerRows customers,
            IdentityRows identities,
            Occurrences occurrences,
            List<CustomerMergeObserver> observers,
            Events events) {
        this.customers = customers;
        this.identities = identities;
        this.occurrences = occurrences;
        this.observers = observers;
        this.events = events;
    }

    /**
     * The longer known goes on.
     *
     * @param by who says so; null if a message proves it
     */
    UUID merge(UUID one, UUID other, @Nullable String by, Instant now) {
        var first = customers.find(one).orElseThrow();
        var second = customers.find(other).orElseThrow();
        boolean inOrder = first.createdAt().isBefore(second.createdAt());
        return inOrder ? merge(second, first, by, now) : merge(first, second, by, now);
    }

    UUID into(UUID from, UUID into, @Nullable String by, Instant now) {
        return merge(customers.find(from).orElseThrow(), customers.find(into).orElseThrow(), by, now);
    }

    private UUID merge(CustomerRows.Row from, CustomerRows.Row into, @Nullable String by, Instant now) {
        observers.forEach(observer -> observer.merging(from.id(), into.id()));
        identities.move(from.id(), into.id());
        keepOneUserName(into.id(), now);
        customers.merge(from.id(), into.id());
        occurrences.move(from.id(), into.id());
        occurrences.merged(into.id(), from.id(), by, now);
        tell(from.id(), into.id(), by);
        return into.id();
    }

    private void keepOneUserName(UUID customer, Instant now) {
        identities.of(List.of(customer)).stream()
                .filter(identity -> identity.key().kind() == Kind.USERNAME && identity.isValid() && !identity.newest())
                .forEach(identity -> identities.end(identity.id(), Ended.REPLACED, now));
    }

    private void tell(UUID from, UUID into, @Nullable String by) {
        var data = new HashMap<String, String>();
        data.put("customer", into.toString());
        data.put("merged", from.toString());
        if (by != null) {
            data.put("by", by);
        }
        events.append("customer.merged", data);
    }
}
