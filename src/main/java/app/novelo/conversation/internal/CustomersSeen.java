package app.novelo.conversation.internal;

import app.novelo.customer.CustomerVisibility;
import app.novelo.platform.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer is seen by whoever sees one of his conversations: {@link StoredConversationAccess} for many at once. */
@Component
class CustomersSeen implements CustomerVisibility {

    private final JdbcClient jdbc;

    CustomersSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> visible(Caller caller, Collection<UUID> customers) {
        return Set.copyOf(find(caller, customers, "distinct customer"));
    }

    /** @return the customer's conversations that the caller may see, resolved ones included */
    List<UUID> conversations(Caller caller, UUID customer) {
        return find(caller, List.of(customer), "id");
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
