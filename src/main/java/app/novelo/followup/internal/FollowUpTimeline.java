package app.novelo.followup.internal;

import app.novelo.customer.TimelineRows;
import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to a customer, and what became of it. */
@Component
class FollowUpTimeline implements TimelineSource {

    private static final String HAPPENINGS =
            """
            select h.*, h.id as seq, f.queue, f.owner
            from followup.follow_up f join followup.happening h on h.number = f.number where f.customer = :customer""";

    private final TimelineRows rows;

    FollowUpTimeline(JdbcClient jdbc) {
        this.rows = new TimelineRows(jdbc, HAPPENINGS, (row, n) -> Happenings.read(row));
    }

    @Override
    public String type() {
        return "followUp";
    }

    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        return rows.entries(caller, customer, span);
    }
}
