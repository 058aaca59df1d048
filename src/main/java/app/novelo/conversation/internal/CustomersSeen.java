package app.novelo.conversation.internal;

import app.novelo.customer.Customer;
import app.novelo.customer.CustomerVisibility;
import app.novelo.customer.Customers;
import app.novelo.platform.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer is seen by whoever sees one of his conversations: {@link StoredConversationAccess} for many at once. */
@Component
class CustomersSeen implements CustomerVisibility {

    private final JdbcClient jdbc;
    private final Customers customers;

    CustomersSeen(JdbcClient jdbc, Customers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    @Override
    public Set<UUID> visible(Caller caller, Collection<UUID> customers) {
        return Set.copyOf(find(caller, customers, "distinct customer"));
    }

    /** @return the customer's conversations that the caller may see, resolved ones included */
    List<UUID> conversations(Caller caller, UUID customer) {
        var live = find(caller, List.of(customer), "id");
        if (live.isEmpty() && !caller.isManager() && !isOwner(caller, customer)) {
            return live;
        }
        return Stream.concat(live.stream(), imported(customer).stream())
                .distinct()
                .toList();
    }

    /** What was imported stood in no queue: whoever sees anything of the customer, or is responsible for him, sees it. */
    private List<UUID> imported(UUID customer) {
        return jdbc.sql("select id from conversation.conversation where customer = ? and imported")
                .param(customer)
                .query(UUID.class)
                .list();
    }

    private boolean isOwner(Caller caller, UUID customer) {
        return customers
                .find(customer)
                .map(Customer::owner)
                .filter(caller.id()::equals)
                .isPresent();
    }

    private List<UUID> find(Caller caller, Collection<UUID> customers, String what) {
        return jdbc.sql("select " + what + " from conversation.conversation where customer in (:customers) and"
                        + VisibleRows.CONDITION)
                .param("customers", customers)
                .params(VisibleRows.parameters(caller))
                .query(UUID.class)
                .list();
    }
}
