package app.novelo.customer.internal;

import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows customers with their identities. */
@Component
class CustomerViews {

    private final Customers customers;
    private final CustomerRows rows;
    private final IdentityRows identities;
    private final ConsentRows consents;

    CustomerViews(Customers customers, CustomerRows rows, IdentityRows identities, ConsentRows consents) {
        this.customers = customers;
        this.rows = rows;
        this.identities = identities;
        this.consents = consents;
    }

    CustomerView of(CustomerRows.Row row) {
        return of(List.of(row)).get(0);
    }

    List<CustomerView> of(List<CustomerRows.Row> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var ids = shown.stream().map(CustomerRows.Row::id).toList();
        var people = customers.find(ids);
        var own = identities.of(ids).stream().collect(Collectors.groupingBy(Identity::customer));
        var merged = rows.mergedInto(ids);
        var counting = consents.counting(ids);
        return shown.stream()
                .map(row -> view(
                        row,
                        Objects.requireNonNull(people.get(row.id())),
                        own,
                        counting.getOrDefault(row.id(), List.of()),
                        merged))
                .toList();
    }

    private static CustomerView view(
            CustomerRows.Row row,
            Customer person,
            Map<UUID, List<Identity>> own,
            List<ConsentRows.Entry> consents,
            Map<UUID, List<UUID>> merged) {
        return new CustomerView(
                row.id(),
                row.name(),
                person.phone(),
                person.phoneDisplay(),
                person.userId(),
                person.username(),
                row.language(),
                row.segment(),
                row.contract(),
                row.owner(),
                row.fields(),
                own.getOrDefault(row.id(), List.of()).stream()
                        .map(CustomerView.Known::of)
                        .toList(),
                consents.stream().map(ConsentView::of).toList(),
                merged.getOrDefault(row.id(), List.of()),
                row.createdAt());
    }
}
