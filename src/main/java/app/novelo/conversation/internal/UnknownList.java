package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.platform.Caller;
import app.novelo.platform.Cursor;
import app.novelo.platform.Page;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages of which nobody knows whether they were sent, whatever has become of their cases, as far as the caller sees them. */
@Component
class UnknownList {

    private final JdbcClient jdbc;
    private final Customers customers;

    UnknownList(JdbcClient jdbc, Customers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /** The longest waiting first. */
    Page<UnknownMessage> find(Caller caller, @Nullable Integer limit, @Nullable String after) {
        int most = Page.limit(limit);
        var page = Page.of(rows(caller, Cursor.of(after, Cursor.OLDEST), most + 1), most, Row::cursor);
        var people = customers.find(page.items().stream().map(Row::customer).collect(Collectors.toSet()));
        return new Page<>(
                page.items().stream()
                        .map(row -> row.shown(people.get(row.customer)))
                        .toList(),
                page.next());
    }

    private List<Row> rows(Caller caller, Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select o.message, o.conversation, c.customer, o.at from conversation.outgoing o
                        join conversation.conversation c on c.id = o.conversation
                        where o.state = 'UNKNOWN' and (o.at, o.message) > (:at, :id)
                          and"""
                                + VisibleRows.CONDITION
                                + """
                        order by o.at, o.message limit :limit""")
                .param("at", time(after.at()))
                .param("id", after.id())
                .params(VisibleRows.parameters(caller))
                .param("limit", limit)
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Sql.instant(row, "at")))
                .list();
    }

    private record Row(UUID message, UUID conversation, UUID customer, Instant at) {

        String cursor() {
            return new Cursor(at, message).text();
        }

        UnknownMessage shown(@Nullable Customer person) {
            return new UnknownMessage(
                    message.toString(), conversation.toString(), person == null ? "?" : person.name(), at);
        }
    }

    /** @param at business time of the message */
    record UnknownMessage(String id, String conversation, String customerName, Instant at) {}
}
