package app.novelo.customer.internal;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose customers they are. */
@Component
class CustomerOwners {

    private final JdbcClient jdbc;

    CustomerOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those that were the first one's */
    List<UUID> handOver(String from, @Nullable String to) {
        return jdbc.sql(
                        "update customer.customer set owner = :to, version = version + 1 where owner = :from returning id")
                .param("to", to, Types.VARCHAR)
                .param("from", from)
                .query(UUID.class)
                .list();
    }
}
