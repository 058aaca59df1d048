package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.engine.DecisionRecord;
import app.novelo.engine.DecisionRecorder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
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

    RecordedDecisions(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(DecisionRecord evaluation) {
        jdbc.update(
                INSERT,
                time(clock.instant()),
                evaluation.decision(),
                evaluation.version(),
                write(evaluation.facts()),
                write(evaluation.outputs()),
                evaluation.rules().toArray(String[]::new),
                evaluation.businessKey(),
                evaluation.processInstanceId(),
                evaluation.activityInstanceId(),
                evaluation.element());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are scalars", e);
        }
    }
}
