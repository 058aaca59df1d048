package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.engine.DecisionRecord;
import app.novelo.engine.DecisionRecorder;
import app.novelo.platform.AtCommit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps every evaluation with all that was offered to it. */
@Component
class RecordedDecisions implements DecisionRecorder {

    private static final String INSERT =
            """
            insert into casework.decision (at, decision, version, facts, outputs, rules, business_key,
              process_instance_id, activity_instance_id, element)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final AtCommit<@Nullable Object[]> recorded = new AtCommit<>(this::insert);

    RecordedDecisions(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(DecisionRecord evaluation) {
        recorded.add(new @Nullable Object[] {
            time(clock.instant()),
            evaluation.decision(),
            evaluation.version(),
            write(evaluation.facts()),
            write(evaluation.outputs()),
            evaluation.rules().toArray(String[]::new),
            evaluation.businessKey(),
            evaluation.processInstanceId(),
            evaluation.activityInstanceId(),
            evaluation.element()
        });
    }

    private void insert(List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(INSERT, rows);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are scalars", e);
        }
    }
}
