package app.novelo.servicelevel.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import app.novelo.servicelevel.ClockQuery;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clocks to be read only. Lists are in the order of an index, so that a page costs the same among many cases. */
@Component
class ClockRows {

    private static final String SELECT =
            """
            select c.id, c.case_number, c.metric, c.state, c.minutes, c.calendar, c.calendar_version, c.started_at, c.warn_at,
              c.due_at, c.paused_at, c.paused_for, c.left_micros, c.ended_at, b.process_instance_id
            from servicelevel.clock c left join servicelevel.board b on b.case_number = c.case_number
            where\s""";

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, ClockView view, int calendarVersion, Duration left, @Nullable String boardInstanceId) {}

    List<Row> list(ClockQuery query) {
        var from = query.after();
        var sql = SELECT + where(query) + " order by c.due_at, c.id limit :limit";
        var select = jdbc.sql(sql)
                .param("at", time(from.at()))
                .param("id", from.id())
                .param("limit", query.limit() + 1);
        select = query.state() == null
                ? select
                : select.param("state", query.state().name());
        select = query.metric() == null
                ? select
                : select.param("metric", query.metric().id());
        select = query.dueBefore() == null ? select : select.param("before", time(query.dueBefore()));
        select = query.cases() == null
                ? select
                : select.param("cases", query.cases().toArray(String[]::new));
        return select.query((row, n) -> read(row)).list();
    }

    private static String where(ClockQuery query) {
        return (query.state() == null ? "c.ended_at is null" : "c.state = :state")
                + (query.metric() == null ? "" : " and c.metric = :metric")
                + (query.dueBefore() == null ? "" : " and c.due_at < :before")
                + (query.cases() == null ? "" : " and c.case_number = any(:cases)")
                + " and (c.due_at, c.id) > (:at, :id)";
    }

    List<Row> of(String caseNumber) {
        return jdbc.sql(SELECT + "c.case_number = ? order by c.started_at, c.id")
                .param(caseNumber)
                .query((row, n) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        var view = new ClockView(
                row.getString("case_number"),
                row.getString("metric"),
                ClockState.valueOf(row.getString("state")),
                row.getInt("minutes"),
                row.getString("calendar"),
                Sql.instant(row, "started_at"),
                Sql.instantOrNull(row, "warn_at"),
                Sql.instant(row, "due_at"),
                Sql.instantOrNull(row, "paused_at"),
                row.getString("paused_for"),
                Sql.instantOrNull(row, "ended_at"));
        return new Row(
                row.getObject("id", UUID.class),
                view,
                row.getInt("calendar_version"),
                Duration.of(row.getLong("left_micros"), ChronoUnit.MICROS),
                row.getString("process_instance_id"));
    }
}
