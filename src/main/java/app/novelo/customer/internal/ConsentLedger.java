package app.novelo.customer.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that a customer has ever said about being written to. */
@Component
class ConsentLedger implements TimelineSource {

    private final JdbcClient jdbc;

    ConsentLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the newest first */
    List<ConsentRows.Entry> of(UUID customer, ConsentCursor after, int limit) {
        return read(customer, new Span(after.at(), after.id(), true, limit));
    }

    private List<ConsentRows.Entry> read(UUID customer, Span span) {
        var order = span.newestFirst()
                ? "(k.at, k.id) < (?, ?) order by k.at desc, k.id desc"
                : "(k.at, k.id) > (?, ?) order by k.at, k.id";
        return jdbc.sql("select a.id as asked, k.* " + ConsentRows.OF_A_PERSON + "where a.id = ? and " + order
                        + " limit ?")
                .param(customer)
                .param(time(span.at()))
                .param(span.seq())
                .param(span.limit())
                .query((row, n) -> ConsentRows.map(row))
                .list();
    }

    @Override
    public String type() {
        return "consent";
    }

    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        return read(customer, span).stream()
                .map(entry -> new Entry(entry.consent().at(), entry.id(), ConsentView.of(entry)))
                .toList();
    }
}
