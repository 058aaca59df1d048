package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.Leaving.HandOverOfAll;
import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.leaving} and {@code casework.handed_over}: who left, and whose customers became another's. */
@Component
class LeavingRows implements TimelineSource {

    private final JdbcClient jdbc;
    private final CaseRows cases;
    private final Clock clock;

    LeavingRows(JdbcClient jdbc, CaseRows cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    long add(HandOverOfAll all) {
        return jdbc.sql(
                        """
                        insert into casework.leaving (agent, successor, note, by_whom, at)
                        values (:agent, :successor, :note, :by, :at) returning id""")
                .param("agent", all.agent())
                .param("successor", all.successor(), Types.VARCHAR)
                .param("note", all.note(), Types.VARCHAR)
                .param("by", all.by())
                .param("at", time(clock.instant()))
                .query(Long.class)
                .single();
    }

    void customers(HandOverOfAll all, List<UUID> customers) {
        jdbc.sql(
                        """
                        insert into casework.handed_over (customer, at, agent, successor, note, by_whom)
                        select customer, :at, :agent, :successor, :note, :by from unnest(:customers::uuid[]) customer""")
                .param("customers", customers.toArray(UUID[]::new))
                .param("agent", all.agent())
                .param("successor", all.successor(), Types.VARCHAR)
                .param("note", all.note(), Types.VARCHAR)
                .param("by", all.by())
                .param("at", time(clock.instant()))
                .update();
    }

    List<HandOverOfAll> open() {
        return jdbc.sql("select * from casework.leaving where done_at is null order by id")
                .query((row, n) -> new HandOverOfAll(
                        row.getLong("id"),
                        row.getString("agent"),
                        row.getString("successor"),
                        row.getString("note"),
                        row.getString("by_whom")))
                .list();
    }

    void done(long id) {
        jdbc.sql("update casework.leaving set done_at = ? where id = ?")
                .param(time(clock.instant()))
                .param(id)
                .update();
    }

    /** @return open cases that are his, or that he has a task of */
    List<CaseFile> cases(String agent) {
        return cases.find(jdbc.sql(
                        """
                        select number from casework.case_file where owner = :agent and closed_at is null
                        union
                        select case_number from casework.work_item where assignee = :agent and case_number is not null""")
                .param("agent", agent)
                .query(String.class)
                .list());
    }

    List<String> tasksWithoutCase(String agent) {
        return jdbc.sql("select task_id from casework.work_item where assignee = ? and case_number is null")
                .param(agent)
                .query(String.class)
                .list();
    }

    @Override
    public String type() {
        return "handover";
    }

    /** Whoever may see the customer may know whose he is. */
    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        var order = span.newestFirst()
                ? "(at, id) < (:at, :seq) order by at desc, id desc"
                : "(at, id) > (:at, :seq) order by at, id";
        return jdbc.sql("select * from casework.handed_over where customer = :customer and " + order + " limit :limit")
                .param("customer", customer)
                .param("at", time(span.at()))
                .param("seq", span.seq())
                .param("limit", span.limit())
                .query((row, n) -> new Entry(
                        Sql.instant(row, "at"),
                        row.getLong("id"),
                        new HandedOver(
                                Sql.instant(row, "at"),
                                row.getString("agent"),
                                row.getString("successor"),
                                row.getString("note"),
                                row.getString("by_whom"))))
                .list();
    }

    /** @param to null = nobody's; whoever gets his next case */
    record HandedOver(Instant at, String from, @Nullable String to, @Nullable String note, String by) {}
}
