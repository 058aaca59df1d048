package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.escalation}. */
@Component
class EscalationRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EscalationRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param metric of a clock; null for what is no clock's
     * @param level 0 until it was decided for the first time
     */
    record Escalation(long id, String caseNumber, String event, @Nullable String metric, int level) {}

    /** @return empty if the same cause escalates already, or has within the time since {@code recently} */
    Optional<Long> begin(String caseNumber, String event, @Nullable String metric, Instant at, Instant recently) {
        return jdbc.sql(
                        """
                        insert into casework.escalation (case_number, event, metric, started_at)
                        select :case, :event, :metric, :at where not exists (
                          select 1 from casework.escalation
                          where case_number = :case and event = :event and metric is not distinct from :metric
                            and (ended_at is null or ended_at > :recently))
                        on conflict do nothing returning id""")
                .param("case", caseNumber)
                .param("event", event)
                .param("metric", metric, Types.VARCHAR)
                .param("at", time(at))
                .param("recently", time(recently))
                .query(Long.class)
                .optional();
    }

    /** @return whether the same cause escalates, or has within the time since {@code recently} */
    boolean isUnderWay(String caseNumber, String event, Instant recently) {
        return jdbc.sql(
                        """
                        select exists (select 1 from casework.escalation where case_number = ? and event = ?
                          and (ended_at is null or ended_at > ?))""")
                .param(caseNumber)
                .param(event)
                .param(time(recently))
                .query(Boolean.class)
                .single();
    }

    Escalation required(long id) {
        return jdbc.sql("select id, case_number, event, metric, level from casework.escalation where id = ?")
                .param(id)
                .query(Escalation.class)
                .single();
    }

    void decided(long id, String instance, int level, Measures measures) {
        jdbc.sql(
                        """
                        update casework.escalation set process_instance_id = ?, level = ?, measures = ?::jsonb where id = ?""")
                .param(instance)
                .param(level)
                .param(write(measures))
                .param(id)
                .update();
    }

    Measures measures(long id) {
        return jdbc.sql("select coalesce(measures, '{}')::text from casework.escalation where id = ?")
                .param(id)
                .query((row, n) -> read(row.getString(1)))
                .single();
    }

    /** @return the instances that still wait for somebody to react */
    List<String> waiting(String caseNumber) {
        return jdbc.sql(
                        """
                        select process_instance_id from casework.escalation
                        where case_number = ? and ended_at is null and process_instance_id is not null""")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** One that ends before anything was decided has not been written down yet: its case takes away all of those. */
    void ended(String instance, @Nullable String caseNumber, Instant at) {
        int ended = jdbc.sql(
                        "update casework.escalation set ended_at = ? where process_instance_id = ? and ended_at is null")
                .param(time(at))
                .param(instance)
                .update();
        if (ended == 0) {
            jdbc.sql(
                            """
                            update casework.escalation set ended_at = :at
                            where case_number = :case and process_instance_id is null and ended_at is null""")
                    .param("at", time(at))
                    .param("case", caseNumber, Types.VARCHAR)
                    .update();
        }
    }

    private String write(Measures measures) {
        try {
            return json.writeValueAsString(measures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measures are plain data", e);
        }
    }

    private Measures read(String text) {
        try {
            return json.readValue(text, Measures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("measures were written here", e);
        }
    }
}
