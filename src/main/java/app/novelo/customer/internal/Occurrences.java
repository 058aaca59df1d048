package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code customer.occurrence}: what became of customers' identities. */
@Component
class Occurrences implements TimelineSource {

    private final JdbcClient jdbc;

    Occurrences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What can happen. */
    enum What {
        MERGED,
        NUMBER_CHANGED,
        USER_ID_CHANGED,
        /** He has a number that was somebody else's. */
        NUMBER_TAKEN_OVER,
        /** Somebody else has a number that was his. */
        NUMBER_LOST
    }

    void add(UUID customer, What what, Instant at) {
        add(customer, what, null, null, at);
    }

    void merged(UUID customer, UUID other, @Nullable String by, Instant at) {
        add(customer, What.MERGED, other, by, at);
    }

    private void add(UUID customer, What what, @Nullable UUID other, @Nullable String by, Instant at) {
        jdbc.sql("insert into customer.occurrence (customer, at, what, other, by_user) values (?, ?, ?, ?, ?)")
                .param(customer)
                .param(time(at))
                .param(what.name())
                .param(other)
                .param(by)
                .update();
    }

    void move(UUID from, UUID into) {
        jdbc.sql("update customer.occurrence set customer = ? where customer = ?")
                .param(into)
                .param(from)
                .update();
    }

    @Override
    public String type() {
        return "identity";
    }

    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        var order = span.newestFirst()
                ? "(at, id) < (?, ?) order by at desc, id desc"
                : "(at, id) > (?, ?) order by at, id";
        return jdbc.sql("select at, id, what, other, by_user from customer.occurrence where customer = ? and " + order
                        + " limit ?")
                .param(customer)
                .param(time(span.at()))
                .param(span.seq())
                .param(span.limit())
                .query((row, n) -> new Entry(
                        Sql.instant(row, "at"),
                        row.getLong("id"),
                        new Notice(row.getString("what"), row.getString("other"), row.getString("by_user"))))
                .list();
    }

    /** @param merged id that the customer had who was merged into this one */
    record Notice(String what, @Nullable String merged, @Nullable String by) {}
}
