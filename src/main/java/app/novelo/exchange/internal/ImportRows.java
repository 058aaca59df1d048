package app.novelo.exchange.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Cursor;
import app.novelo.platform.NotFound;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code exchange.import}. */
@Component
class ImportRows {

    private static final String SELECT = "select * from exchange.import ";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ImportRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Nobody looks at it before its file is there: {@link #arrived}. */
    void announce(UUID id, ImportKind kind, String filename, long size, String by) {
        jdbc.sql(
                        """
                        insert into exchange.import (id, kind, state, filename, size, created_by, created_at, not_before)
                        values (?, ?, 'READING', ?, ?, ?, ?, 'infinity')""")
                .param(id)
                .param(kind.name())
                .param(filename)
                .param(size)
                .param(by)
                .param(time(clock.instant()))
                .update();
    }

    void arrived(UUID id) {
        jdbc.sql("update exchange.import set not_before = now() where id = ?")
                .param(id)
                .update();
    }

    /** Held to the end of the transaction: whoever dies lets go of it at once. */
    Optional<ImportRow> next() {
        return jdbc.sql(
                        SELECT
                                + """
                                where state in ('READING', 'RUNNING') and not_before <= now()
                                order by not_before limit 1 for update skip locked""")
                .query((row, n) -> map(row))
                .optional();
    }

    ImportRow required(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, n) -> map(row))
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    ImportRow locked(UUID id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query((row, n) -> map(row))
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    List<ImportRow> newest(@Nullable String after, int limit) {
        var from = Cursor.of(after, Cursor.NEWEST);
        return jdbc.sql(SELECT + "where (created_at, id) < (?, ?) order by created_at desc, id desc limit ?")
                .param(time(from.at()))
                .param(from.id())
                .param(limit)
                .query((row, n) -> map(row))
                .list();
    }

    void ready(UUID id, Object preview) {
        jdbc.sql("update exchange.import set state = 'READY', preview = ?::jsonb, attempts = 0 where id = ?")
                .param(write(preview))
                .param(id)
                .update();
    }

    void start(UUID id, Object choices) {
        jdbc.sql(
                        """
                        update exchange.import set state = 'RUNNING', choices = ?::jsonb, started_at = ?, ended_at = null,
                          problem = null, detail = null, attempts = 0, not_before = now() where id = ?""")
                .param(write(choices))
                .param(time(clock.instant()))
                .param(id)
                .update();
    }

    void advance(UUID id, long position, Object report) {
        jdbc.sql(
                        "update exchange.import set position = ?, report = ?::jsonb, attempts = 0, not_before = now() where id = ?")
                .param(position)
                .param(write(report))
                .param(id)
                .update();
    }

    void end(UUID id, ImportState state, @Nullable String problem, @Nullable String detail) {
        jdbc.sql("update exchange.import set state = ?, problem = ?, detail = ?, ended_at = ? where id = ?")
                .param(state.name())
                .param(problem)
                .param(detail)
                .param(time(clock.instant()))
                .param(id)
                .update();
    }

    /** 2, 4, 8 … seconds. */
    void later(UUID id) {
        jdbc.sql(
                        """
                        update exchange.import set attempts = attempts + 1,
                          not_before = now() + interval '2 seconds' * pow(2, attempts) where id = ?""")
                .param(id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from exchange.import where id = ?").param(id).update();
    }

    private ImportRow map(ResultSet row) throws SQLException {
        return new ImportRow(
                row.getObject("id", UUID.class),
                ImportKind.valueOf(row.getString("kind")),
                ImportState.valueOf(row.getString("state")),
                row.getString("filename"),
                row.getLong("size"),
                read(row.getString("preview")),
                read(row.getString("choices")),
                read(row.getString("report")),
                row.getLong("position"),
                row.getString("problem"),
                row.getString("detail"),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getInt("attempts"));
    }

    private @Nullable JsonNode read(@Nullable String column) {
        try {
            return column == null ? null : json.readTree(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a json column holds JSON", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it is plain data", e);
        }
    }
}
