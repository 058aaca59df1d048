package app.novelo.customer.internal;

import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.customer.internal.Identities.Identity;
import app.novelo.customer.internal.Identities.Owner;
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
import org.springframework.util.StringUtils;

@Service
class StoredCustomers implements Customers {

    private final CustomerRepository customers;
    private final Identities identities;

    StoredCustomers(CustomerRepository customers, Identities identities) {
        this.customers = customers;
        this.identities = identities;
    }

    @Override
    @Transactional
    public UUID recognise(@Nullable String phone, @Nullable String userId, @Nullable String name, Instant at) {
        if (phone == null && userId == null) {
            throw new IllegalArgumentException("a customer has a phone or a user id");
        }
        var phoneKey = phone == null ? null : PhoneKey.of(phone);
        var known = known(phoneKey, userId);
        if (known.byPhone == null && phone != null || known.byUserId == null && userId != null) {
            identities.lock(phoneKey, userId); // two lanes may meet the same stranger at once
            known = known(phoneKey, userId);
        }
        var found = known.owner();
        var id = found != null ? found.customer() : create(phone, name, at);
        if (found != null && found.nameless() && StringUtils.hasText(name)) {
            customers.findById(id).ifPresent(row -> row.isCalled(name));
        }
        if (phoneKey != null && phone != null && known.byPhone == null) {
            identities.add(new Identity(Identity.Kind.PHONE, phoneKey, phone, id));
        }
        if (userId != null && known.byUserId == null) {
            identities.add(new Identity(Identity.Kind.USER_ID, userId, userId, id));
        }
        return id;
    }

    private Known known(@Nullable String phoneKey, @Nullable String userId) {
        return new Known(
                phoneKey == null
                        ? null
                        : identities.owner(Identity.Kind.PHONE, phoneKey).orElse(null),
                userId == null
                        ? null
                        : identities.owner(Identity.Kind.USER_ID, userId).orElse(null));
    }

    /** Whom the keys name; the user id counts more, as a number may get another owner. */
    private record Known(@Nullable Owner byPhone, @Nullable Owner byUserId) {

        @Nullable
        Owner owner() {
            return byUserId != null ? byUserId : byPhone;
        }
    }

    private UUID create(@Nullable String phone, @Nullable String name, Instant at) {
        var shown = StringUtils.hasText(name) ? name : phone == null ? "?" : "+" + phone;
        return customers
                .saveAndFlush(new CustomerEntity(UUID.randomUUID(), shown, at))
                .getId();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Customer> find(UUID id) {
        return customers.findById(id).map(row -> view(row, identities.of(List.of(id))));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> segment(UUID id) {
        return customers.findById(id).map(row -> row.segment());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Customer> find(Collection<UUID> ids) {
        var found = new HashMap<UUID, Customer>();
        if (ids.isEmpty()) {
            return found;
        }
        var keys = identities.of(ids);
        customers.findAllById(ids).forEach(row -> found.put(row.getId(), view(row, keys)));
        return found;
    }

    private static Customer view(CustomerEntity row, List<Identity> keys) {
        return new Customer(
                row.getId(),
                row.name(),
                value(keys, row.getId(), Identity.Kind.PHONE),
                value(keys, row.getId(), Identity.Kind.USER_ID),
                row.language(),
                row.segment(),
                row.owner());
    }

    private static @Nullable String value(List<Identity> keys, UUID customer, Identity.Kind kind) {
        return keys.stream()
                .filter(key -> key.customer().equals(customer) && key.kind() == kind)
                .map(Identity::value)
                .findFirst()
                .orElse(null);
    }

    @Override
    @Transactional
    public void learnLanguage(UUID id, String language) {
        customers.findById(id).filter(row -> row.language() == null).ifPresent(row -> row.speaks(language));
    }
}
