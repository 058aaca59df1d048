package app.novelo.casework.internal;

import app.novelo.casework.internal.WorkView.Why;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions behind a case, oldest first. */
@Component
class DecisionList {

    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DecisionList(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Why> of(Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select decision, version, at, outputs from casework.decision where business_key in (:keys) order by id limit 100")
                .param("keys", businessKeys)
                .query((row, n) -> {
                    var outputs = first(row.getString("outputs"));
                    return new Why(
                            row.getString("decision"),
                            row.getInt("version"),
                            Sql.instant(row, "at"),
                            Objects.toString(outputs.get("reason"), null),
                            outputs);
                })
                .list();
    }

    private Map<String, Object> first(String outputs) {
        try {
            var rows = json.readValue(outputs, ROWS);
            return rows.isEmpty() ? Map.of() : rows.get(0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a json column holds JSON", e);
        }
    }
}
