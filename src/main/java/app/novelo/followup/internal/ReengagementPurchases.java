package app.novelo.followup.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has bought, as far as a lead was won. */
@Component
class ReengagementPurchases {

    private final JdbcClient jdbc;

    ReengagementPurchases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(List<ReengagementEvent> won) {
        if (!won.isEmpty()) {
            jdbc.sql(
                            """
                            insert into followup.reengagement_purchase (lead, customer, at)
                            select * from unnest(?::text[], ?::uuid[], ?::timestamptz[]) on conflict (lead) do nothing""")
                    .param(won.stream().map(ReengagementEvent::subject).toArray(String[]::new))
                    .param(won.stream()
                            .map(event -> event.customer().toString())
                            .toArray(String[]::new))
                    .param(won.stream().map(event -> event.at().toString()).toArray(String[]::new))
                    .update();
        }
    }

    Set<UUID> buyers(Collection<UUID> customers) {
        return customers.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "select distinct customer from followup.reengagement_purchase where customer in (:ids)")
                        .param("ids", customers)
                        .query(UUID.class)
                        .list());
    }
}
