package app.novelo.customer.internal;

import app.novelo.customer.CustomerVisibility;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may see a customer: managers all; an agent those of whom he sees a conversation, and those whom he owns. */
@Component
class CustomerAccess {

    private final CustomerRows customers;
    private final CustomerVisibility visibility;

    CustomerAccess(CustomerRows customers, CustomerVisibility visibility) {
        this.customers = customers;
        this.visibility = visibility;
    }

    /** @throws NotFound if there is none, or the caller may not see him */
    CustomerRows.Row visible(Caller caller, UUID id) {
        return customers
                .find(id)
                .filter(row -> !visible(caller, List.of(row)).isEmpty())
                .orElseThrow(() -> new NotFound("customer " + id));
    }

    List<CustomerRows.Row> visible(Caller caller, List<CustomerRows.Row> rows) {
        if (caller.isManager() || rows.isEmpty()) {
            return rows;
        }
        var ids = rows.stream().map(CustomerRows.Row::id).collect(Collectors.toSet());
        var seen = visibility.visible(caller, ids);
        return rows.stream()
                .filter(row -> seen.contains(row.id()) || caller.id().equals(row.owner()))
                .toList();
    }
}
