package app.novelo.customer.internal;

import app.novelo.customer.internal.Identities.Identity;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys by which customers are found. */
@Component
class Identities {

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Owner> owner(Identity.Kind kind, String key) {
        return jdbc.sql(
                        """
                        select c.id, c.name ~ '^(\\?|\\+[0-9]+|@.+)$' from customer.identity i
                        join customer.customer c on c.id = i.customer where i.kind = ? and i.key = ?""")
                .param(kind.name())
                .param(key)
                .query((row, n) -> new Owner(row.getObject(1, UUID.class), row.getBoolean(2)))
                .optional();
    }

    /** Holds the keys, of customers and of strangers alike, to the end of the transaction; always in the same order. */
    void lock(@Nullable String... keys) {
        Arrays.stream(keys).filter(Objects::nonNull).sorted().forEach(key -> jdbc.sql(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('customer:' || ?, 0))")
                .param(key)
                .query(Integer.class)
                .single());
    }

    /** The first who has the key keeps it. */
    void add(Identity identity) {
        jdbc.sql(
                        "insert into customer.identity (kind, key, value, customer) values (?, ?, ?, ?) on conflict do nothing")
                .param(identity.kind().name())
                .param(identity.key())
                .param(identity.value())
                .param(identity.customer())
                .update();
    }

    List<Identity> of(Collection<UUID> customers) {
        return jdbc.sql("select kind, key, value, customer from customer.identity where customer in (:ids)")
                .param("ids", customers)
                .query((row, n) -> new Identity(
                        Identity.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class)))
                .list();
    }

    /** @param nameless shown by his number or user name so far, or by nothing at all */
    record Owner(UUID customer, boolean nameless) {}

    /**
     * @param key what is compared
     * @param value what the channel wants to see
     */
    record Identity(Kind kind, String key, String value, UUID customer) {

        enum Kind {
            PHONE,
            USER_ID
        }
    }
}
