package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.Customer;
import app.novelo.customer.internal.Identity.Key;
import app.novelo.customer.internal.Identity.Kind;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code customer.identity}. Whoever writes here holds the customer, see {@link Holding}. */
@Component
class IdentityRows {

    private static final String SELECT =
            """
            select i.id, i.kind, i.key, i.value, i.customer, i.known_since, i.valid_until, i.ended,
              i.valid_until is null and not exists (select 1 from customer.identity o where o.customer = i.customer
                and o.kind = i.kind and o.valid_until is null and (o.used_since, o.id) > (i.used_since, i.id)) as newest,
              c.name ~ '%s' as nameless
            from customer.identity i join customer.customer c on c.id = i.customer
            """
                    .formatted(Customer.STANDS_FOR_A_NAME);

    private final JdbcClient jdbc;

    IdentityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return all that these keys name or named */
    List<Identity> of(List<Key> keys) {
        return switch (keys.size()) {
            case 0 -> List.of();
            case 1, 2, 3, 4 -> ofOnePerson(keys);
            default -> ofMany(keys);
        };
    }

    /** For each message. A list of values has one plan for each length; arrays would be planned anew each time. */
    private List<Identity> ofOnePerson(List<Key> keys) {
        var asked = "(?, ?)" + ", (?, ?)".repeat(keys.size() - 1);
        return jdbc.sql(SELECT + "where (i.kind, i.key) in (" + asked + ") order by i.id")
                .params(keys.stream()
                        .<Object>flatMap(key -> Stream.of(key.kind().name(), key.text()))
                        .toList())
                .query((row, n) -> map(row))
                .list();
    }

    private List<Identity> ofMany(List<Key> keys) {
        return jdbc.sql(
                        SELECT
                                + "join unnest(?::text[], ?::text[]) asked(kind, key) on i.kind = asked.kind and i.key = asked.key order by i.id")
                .param(keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param(keys.stream().map(Key::text).toArray(String[]::new))
                .query((row, n) -> map(row))
                .list();
    }

    /** @return whose these keys are, by their text */
    Map<String, UUID> owners(List<Key> keys) {
        return jdbc
                .sql(
                        """
                        select distinct i.key, i.customer from unnest(?::text[], ?::text[]) asked(kind, key)
                        join customer.identity i on i.kind = asked.kind and i.key = asked.key where i.valid_until is null""")
                .param(keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param(keys.stream().map(Key::text).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return theirs, the last used first, former ones last */
    List<Identity> of(Collection<UUID> customers) {
        return jdbc.sql(
                        SELECT
                                + "where i.customer in (:ids) order by i.valid_until desc nulls first, i.used_since desc, i.id desc")
                .param("ids", customers)
                .query((row, n) -> map(row))
                .list();
    }

    private static Identity map(ResultSet row) throws SQLException {
        return new Identity(
                row.getLong("id"),
                new Key(Kind.valueOf(row.getString("kind")), row.getString("key"), row.getString("value")),
                row.getObject("customer", UUID.class),
                Sql.instant(row, "known_since"),
                Sql.instantOrNull(row, "valid_until"),
                row.getString("ended"),
                row.getBoolean("newest"),
                row.getBoolean("nameless"));
    }

    void add(Key key, UUID customer, Instant now) {
        jdbc.sql(
                        """
                        insert into customer.identity (kind, key, value, customer, known_since, used_since)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .param(key.kind().name())
                .param(key.text())
                .param(key.value())
                .param(customer)
                .param(time(now))
                .param(time(now))
                .update();
    }

    /** He had it before anybody here knew him. */
    void addFormer(Key key, UUID customer, Instant until) {
        jdbc.sql(
                        """
                        insert into customer.identity (kind, key, value, customer, known_since, used_since, valid_until, ended)
                        values (?, ?, ?, ?, ?, ?, ?, 'CHANGED')""")
                .param(key.kind().name())
                .param(key.text())
                .param(key.value())
                .param(customer)
                .param(time(until))
                .param(time(until))
                .param(time(until))
                .update();
    }

    /** From now on it is the one that is written to, in the form in which it came last. */
    void use(Identity identity, Key asItCame, Instant now) {
        jdbc.sql(
                        """
                        update customer.identity i set value = :value, used_since = greatest(:now, (
                            select max(o.used_since) + interval '1 microsecond' from customer.identity o
                            where o.customer = i.customer and o.kind = i.kind and o.id <> i.id))
                        where id = :id""")
                .param("value", asItCame.value())
                .param("now", time(now))
                .param("id", identity.id())
                .update();
    }

    /** It is a former one, which nobody is recognised by; a user id excepted, as nobody else ever gets it. */
    void end(long identity, Ended why, Instant at) {
        jdbc.sql("update customer.identity set valid_until = greatest(?, known_since), ended = ? where id = ?")
                .param(time(at))
                .param(why.name())
                .param(identity)
                .update();
    }

    void move(UUID from, UUID into) {
        jdbc.sql("update customer.identity set customer = ? where customer = ?")
                .param(into)
                .param(from)
                .update();
    }

    /** Why an identity is a former one. */
    enum Ended {
        /** The channel told of another one in its place. */
        CHANGED,
        /** It is somebody else's now. */
        TAKEN_OVER,
        /** He has another user name. */
        REPLACED
    }
}
