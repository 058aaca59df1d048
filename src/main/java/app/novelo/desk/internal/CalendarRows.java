package app.novelo.desk.internal;

import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code desk.calendar} says which version counts; {@code desk.calendar_version} keeps all that ever did. */
@Component
class CalendarRows {

    private static final String NEWEST =
            """
            select v.calendar, v.version, v.definition, v.changed_at, v.changed_by from desk.calendar c
            join desk.calendar_version v on v.calendar = c.name and v.version = c.version
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CalendarReader reader;

    CalendarRows(JdbcClient jdbc, ObjectMapper json, CalendarReader reader) {
        this.jdbc = jdbc;
        this.json = json;
        this.reader = reader;
    }

    record Row(
            String name,
            int version,
            CalendarDefinition definition,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    List<Row> all() {
        return jdbc.sql(NEWEST + "order by name").query((row, n) -> read(row)).list();
    }

    Optional<Row> find(String name) {
        return jdbc.sql(NEWEST + "where name = ?")
                .param(name)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<CalendarDefinition> definition(String name, int version) {
        return jdbc.sql(
                        "select calendar, version, definition, changed_at, changed_by from desk.calendar_version where calendar = ? and version = ?")
                .param(name)
                .param(version)
                .query((row, n) -> read(row).definition)
                .optional();
    }

    /** @return version by name */
    Map<String, Integer> newest() {
        var versions = new HashMap<String, Integer>();
        jdbc.sql("select name, version from desk.calendar").query(row -> {
            versions.put(row.getString(1), row.getInt(2));
        });
        return versions;
    }

    /** Keeps a further version, also of a name that was taken away before, and lets it count. */
    void put(String name, CalendarDefinition definition, Instant at, String by) {
        jdbc.sql("insert into desk.calendar (name, version) values (?, 0) on conflict (name) do nothing")
                .param(name)
                .update();
        jdbc.sql("select version from desk.calendar where name = ? for update")
                .param(name)
                .query()
                .singleRow();
        jdbc.sql(
                        """
                        with kept as (
                          insert into desk.calendar_version (calendar, version, definition, changed_at, changed_by)
                          select :name, coalesce(max(version), 0) + 1, :definition::jsonb, :at, :by
                          from desk.calendar_version where calendar = :name returning version)
                        update desk.calendar set version = kept.version from kept where name = :name""")
                .param("name", name)
                .param("definition", written(definition))
                .param("at", Sql.time(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by)
                .update();
    }

    boolean remove(String name) {
        return jdbc.sql("delete from desk.calendar where name = ?").param(name).update() > 0;
    }

    private String written(CalendarDefinition definition) {
        try {
            return json.writeValueAsString(CalendarView.Definition.of(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar cannot be written", e);
        }
    }

    private Row read(ResultSet row) throws SQLException {
        try {
            return new Row(
                    row.getString("calendar"),
                    row.getInt("version"),
                    reader.read(json.readTree(row.getString("definition"))),
                    Sql.instantOrNull(row, "changed_at"),
                    row.getString("changed_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored calendar cannot be read", e);
        }
    }
}
