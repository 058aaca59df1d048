package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseActs.Act;
import app.novelo.customer.TimelineRows;
import app.novelo.customer.TimelineSource;
import app.novelo.platform.Caller;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.case_event}: what was done with cases, by whom and why. */
@Component
class CaseEvents implements TimelineSource {

    private static final String OF_A_CUSTOMER =
            """
            select e.*, e.id as seq, f.queue, f.owner
            from casework.case_file f join casework.case_event e on e.case_number = f.number where f.customer = :customer""";

    private final JdbcClient jdbc;
    private final TimelineRows timeline;
    private final ObjectMapper json;
    private final Clock clock;

    CaseEvents(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.timeline = new TimelineRows(jdbc, OF_A_CUSTOMER, (row, n) -> happening(row));
        this.json = json;
        this.clock = clock;
    }

    /** What can be done with a case. */
    enum What {
        OPENED,
        SPLIT,
        MERGED,
        LINKED,
        UNLINKED,
        GIVEN,
        ASSIGNED,
        MOVED,
        PRIORITISED,
        NOTED,
        WAITING,
        WENT_ON,
        RESOLVED,
        REOPENED,
        CLOSED
    }

    void add(String number, What what, Act act, Map<String, @Nullable Object> detail) {
        jdbc.sql(
                        """
                        insert into casework.case_event (case_number, at, type, why, actor, note, detail)
                        values (:case, :at, :type, :why, :actor, :note, :detail::jsonb)""")
                .param("case", number)
                .param("at", time(clock.instant()))
                .param("type", what.name())
                .param("why", act.why())
                .param("actor", act.by(), Types.VARCHAR)
                .param("note", act.note(), Types.VARCHAR)
                .param("detail", write(detail))
                .update();
    }

    private String write(Map<String, @Nullable Object> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a detail is plain data", e);
        }
    }

    /** @return oldest first */
    List<Happening> of(String number) {
        return jdbc.sql("select * from casework.case_event where case_number = ? order by at, id")
                .param(number)
                .query((row, n) -> happening(row))
                .list();
    }

    @Override
    public String type() {
        return "case";
    }

    @Override
    public List<Entry> entries(Caller caller, UUID customer, Span span) {
        return timeline.entries(caller, customer, span);
    }

    private static Happening happening(ResultSet row) throws SQLException {
        return new Happening(
                row.getString("case_number"),
                Sql.instant(row, "at"),
                row.getString("type"),
                row.getString("why"),
                row.getString("actor"),
                row.getString("note"),
                row.getString("detail"));
    }

    /** An entry of a case's timeline. */
    record Happening(
            String number,
            Instant at,
            String what,
            String why,
            @Nullable String by,
            @Nullable String note,
            @JsonRawValue String detail) {}
}
