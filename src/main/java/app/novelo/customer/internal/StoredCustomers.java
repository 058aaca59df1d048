package app.novelo.customer.internal;

import app.novelo.customer.Contact;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.customer.IdentityChange;
import app.novelo.customer.internal.Identity.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredCustomers implements Customers {

    private final CustomerRows customers;
    private final IdentityRows identities;
    private final Recognition recognition;
    private final Changes changes;
    private final CustomerOwners owners;
    private final CustomersByWords words;

    StoredCustomers(
            CustomerRows customers,
            IdentityRows identities,
            Recognition recognition,
            Changes changes,
            CustomerOwners owners,
            CustomersByWords words) {
        this.customers = customers;
        this.identities = identities;
        this.recognition = recognition;
        this.changes = changes;
        this.owners = owners;
        this.words = words;
    }

    @Override
    @Transactional
    public UUID recognise(Contact contact, Instant at) {
        return recognition.recognise(contact, at);
    }

    @Override
    @Transactional
    public UUID identify(Contact contact, Instant at) {
        return recognition.identify(contact, at);
    }

    @Override
    @Transactional
    public UUID changed(Contact contact, IdentityChange change, Instant now) {
        return changes.changed(contact, change, now);
    }

    @Override
    public Optional<Customer> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    @Override
    public Optional<Standing> standing(UUID id) {
        return customers.find(id).map(row -> new Standing(row.segment(), row.contract(), row.owner()));
    }

    @Override
    @Transactional
    public List<UUID> handOver(String from, @Nullable String to) {
        return owners.handOver(from, to);
    }

    @Override
    public List<UUID> ofSegment(String segment, int most) {
        return customers.ofSegment(segment, most);
    }

    @Override
    public Map<UUID, Customer> find(Collection<UUID> ids) {
        var rows = customers.find(ids);
        var found = new HashMap<UUID, Customer>();
        if (!rows.isEmpty()) {
            var own = identities.of(rows.stream().map(CustomerRows.Row::id).toList());
            rows.forEach(row -> found.put(row.asked(), view(row, own)));
        }
        return found;
    }

    private static Customer view(CustomerRows.Row row, List<Identity> identities) {
        var phone = newest(identities, row.id(), Kind.PHONE);
        return new Customer(
                row.id(),
                row.name(),
                phone,
                phone == null ? null : PhoneKey.display(phone),
                newest(identities, row.id(), Kind.USER_ID),
                newest(identities, row.id(), Kind.USERNAME),
                row.language(),
                row.segment(),
                row.contract(),
                row.owner());
    }

    private static @Nullable String newest(List<Identity> identities, UUID customer, Kind kind) {
        return identities.stream()
                .filter(identity -> identity.newest()
                        && identity.key().kind() == kind
                        && identity.customer().equals(customer))
                .map(identity -> identity.key().value())
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<UUID> named(String text, int limit) {
        return words.find(text, limit);
    }

    @Override
    @Transactional
    public void learnLanguage(UUID id, String language) {
        customers.learnLanguage(id, language);
    }
}
