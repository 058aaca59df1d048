package app.novelo.customer;

import app.novelo.customer.TimelineSource.Entry;
import app.novelo.customer.TimelineSource.Span;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries out of rows that have a queue and an owner: managers see all, others those of their queues and their own. */
public final class TimelineRows {

    private final JdbcClient jdbc;
    private final String rows;
    private final RowMapper<?> content;

    /** @param rows a query of what there is of {@code :customer}, with {@code at}, {@code seq}, {@code queue} and {@code owner} */
    public TimelineRows(JdbcClient jdbc, String rows, RowMapper<?> content) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.content = content;
    }

    /** @return as {@link TimelineSource#entries} has them */
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        var order = span.newestFirst()
                ? "(at, seq) < (:at, :seq) order by at desc, seq desc"
                : "(at, seq) > (:at, :seq) order by at, seq";
        return jdbc.sql("select * from (" + rows + ") r where (:all or queue in (:groups) or owner = :caller) and "
                        + order + " limit :limit")
                .param("customer", customer)
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("at", Sql.time(span.at()))
                .param("seq", span.seq())
                .param("limit", span.limit())
                .query((row, n) -> new Entry(Sql.instant(row, "at"), row.getLong("seq"), content.mapRow(row, n)))
                .list();
    }
}
