package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.ServiceWindow;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code conversation.service_window}: one for a customer and a line. A new conversation finds it as it stands, and those that
 * stand beside each other share it.
 */
@Component
class ServiceWindows {

    /**
     * The customer wrote. What comes late does not prove that a window is open which the channel called closed since.
     * Part of the statement that stores it: of {@code :customer} and {@code :line}, {@code :at} the channel's time.
     */
    static final String OPENED =
            """
            insert into conversation.service_window as w (customer, line, last_inbound_at) values (:customer, :line, :at)
            on conflict (customer, line) do update set
              last_inbound_at = greatest(w.last_inbound_at, excluded.last_inbound_at),
              closed_at = case when excluded.last_inbound_at < w.last_inbound_at then w.closed_at end""";

    private final JdbcClient jdbc;

    ServiceWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ServiceWindow of(UUID customer, UUID line) {
        return jdbc.sql(
                        "select last_inbound_at, closed_at from conversation.service_window where customer = ? and line = ?")
                .param(customer)
                .param(line)
                .query((row, n) -> new ServiceWindow(
                        Sql.instantOrNull(row, "last_inbound_at"), Sql.instantOrNull(row, "closed_at")))
                .optional()
                .orElseGet(() -> new ServiceWindow(null, null));
    }

    /** The channel says that it is closed; he may have written since. */
    void closed(UUID customer, UUID line, Instant at) {
        jdbc.sql(
                        """
                        insert into conversation.service_window as w (customer, line, closed_at) values (?, ?, ?)
                        on conflict (customer, line) do update set closed_at = excluded.closed_at
                        where w.last_inbound_at is null or w.last_inbound_at <= excluded.closed_at""")
                .param(customer)
                .param(line)
                .param(time(at))
                .update();
    }

    /**
     * What goes out goes to where he wrote from last. That the channel called the window closed counts unless he has written
     * since, from wherever.
     */
    void merge(UUID from, UUID into) {
        jdbc.sql(
                        """
                        with gone as (delete from conversation.service_window where customer = :from returning *)
                        insert into conversation.service_window as w (customer, line, last_inbound_at, closed_at)
                        select :into::uuid, line, last_inbound_at, closed_at from gone
                        on conflict (customer, line) do update set
                          last_inbound_at = greatest(w.last_inbound_at, excluded.last_inbound_at),
                          closed_at = case when greatest(w.closed_at, excluded.closed_at)
                              >= coalesce(greatest(w.last_inbound_at, excluded.last_inbound_at), '-infinity')
                            then greatest(w.closed_at, excluded.closed_at) end""")
                .param("from", from)
                .param("into", into)
                .update();
    }

    /** @return those who ever wrote to us, on whichever line; what was imported of former days counts */
    Set<UUID> everWrote(Collection<UUID> customers) {
        return customers.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                """
                                select c.id from unnest(?::uuid[]) c(id)
                                where exists (select 1 from conversation.service_window w
                                    where w.customer = c.id and w.last_inbound_at is not null)
                                  or exists (select 1 from conversation.conversation t
                                    join conversation.message m on m.conversation = t.id
                                    where t.customer = c.id and m.direction = 'IN' and m.kind not in ('system', 'revoke'))""")
                        .param(customers.stream().map(UUID::toString).toArray(String[]::new))
                        .query(UUID.class)
                        .list());
    }
}
