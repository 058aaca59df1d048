package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to a customer, and what became of it. */
@Component
class FollowUpTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    FollowUpTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return "followUp";
    }

    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        var order = span.newestFirst()
                ? "(h.at, h.id) < (:at, :seq) order by h.at desc, h.id desc"
                : "(h.at, h.id) > (:at, :seq) order by h.at, h.id";
        return jdbc.sql(
                        """
                        select h.* from followup.follow_up f join followup.happening h on h.number = f.number
                        where f.customer = :customer and (:all or f.queue in (:groups) or f.owner = :caller) and\s"""
                                + order + " limit :limit")
                .param("customer", customer)
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("at", time(span.at()))
                .param("seq", span.seq())
                .param("limit", span.limit())
                .query((row, n) -> {
                    var happening = Happenings.read(row);
                    return new Entry(happening.at(), row.getLong("id"), happening);
                })
                .list();
    }
}
