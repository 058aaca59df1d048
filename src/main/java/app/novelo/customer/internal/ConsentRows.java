package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.Consent;
import app.novelo.customer.Purpose;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code customer.consent}. */
@Component
class ConsentRows {

    /** All entries of a person: his own, and those of whoever turned out to be he. */
    static final String OF_A_PERSON =
            """
            from customer.customer a
            join customer.customer p on p.id = coalesce(a.merged_into, a.id) or p.merged_into = coalesce(a.merged_into, a.id)
            join customer.consent k on k.customer = p.id
            """;

    /** What counts comes first. "WITHDRAWN" is behind "GRANTED" in the alphabet. */
    private static final String WHAT_COUNTS_FIRST = "k.at desc, k.state desc, k.id desc";

    private final JdbcClient jdbc;

    ConsentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Entry> counting(UUID customer, Purpose purpose) {
        return jdbc.sql("select a.id as asked, k.* " + OF_A_PERSON + "where a.id = ? and k.purpose = ? order by "
                        + WHAT_COUNTS_FIRST + " limit 1")
                .param(customer)
                .param(purpose.name())
                .query((row, n) -> map(row))
                .optional();
    }

    Map<UUID, List<Entry>> counting(Collection<UUID> customers) {
        return customers.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select distinct on (a.id, k.purpose) a.id as asked, k.* " + OF_A_PERSON
                                + "where a.id in (:ids) order by a.id, k.purpose desc, " + WHAT_COUNTS_FIRST)
                        .param("ids", customers)
                        .query((row, n) -> map(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Entry::asked));
    }

    /** @return false if the very same is written down already */
    boolean add(UUID customer, Consent consent) {
        return jdbc.sql(
                                """
                                insert into customer.consent (customer, purpose, state, source, proof, at, line, by_user)
                                select :customer::uuid, :purpose::text, :state::text, :source::text, :proof::text, :at::timestamptz,
                                  :line::uuid, :by::text
                                where not exists (select 1 from customer.consent where customer = :customer and purpose = :purpose
                                  and state = :state and source = :source and at = :at and proof is not distinct from :proof::text)""")
                        .param("customer", customer)
                        .param("purpose", consent.purpose().name())
                        .param("state", consent.state().name())
                        .param("source", consent.source().name())
                        .param("proof", consent.proof(), Types.VARCHAR)
                        .param("at", time(consent.at()))
                        .param("line", consent.line(), Types.OTHER)
                        .param("by", consent.by(), Types.VARCHAR)
                        .update()
                == 1;
    }

    /** Of customers who have none. */
    void addAll(Map<UUID, List<Consent>> customers) {
        var entries = customers.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(consent -> Map.entry(entry.getKey(), consent)))
                .toList();
        jdbc.sql(
                        """
                        insert into customer.consent (customer, purpose, state, source, proof, at, line, by_user)
                        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[], ?::text[])""")
                .param(column(entries, Map.Entry::getKey))
                .param(column(entries, entry -> entry.getValue().purpose()))
                .param(column(entries, entry -> entry.getValue().state()))
                .param(column(entries, entry -> entry.getValue().source()))
                .param(column(entries, entry -> entry.getValue().proof()))
                .param(column(entries, entry -> entry.getValue().at()))
                .param(column(entries, entry -> entry.getValue().line()))
                .param(column(entries, entry -> entry.getValue().by()))
                .update();
    }

    private static @Nullable String[] column(
            List<Map.Entry<UUID, Consent>> entries, Function<Map.Entry<UUID, Consent>, @Nullable Object> value) {
        return entries.stream()
                .map(value)
                .map(one -> one == null ? null : one.toString())
                .toArray(String[]::new);
    }

    static Entry map(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("asked", UUID.class),
                row.getLong("id"),
                new Consent(
                        Purpose.valueOf(row.getString("purpose")),
                        Consent.State.valueOf(row.getString("state")),
                        Consent.Source.valueOf(row.getString("source")),
                        row.getString("proof"),
                        Sql.instant(row, "at"),
                        row.getObject("line", UUID.class),
                        row.getString("by_user")));
    }

    /**
     * An entry of the ledger.
     *
     * @param asked the customer who was asked for
     */
    record Entry(UUID asked, long id, Consent consent) {}
}
