package app.novelo.servicelevel.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import app.novelo.servicelevel.ClockCount;
import app.novelo.servicelevel.ClockQuery;
import app.novelo.servicelevel.ClockState;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.HeldBy;
import app.novelo.servicelevel.LateQuery;
import app.novelo.servicelevel.Metric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clocks to be read only. Lists are in the order of an index, so that a page costs the same among many cases. */
@Component
class ClockRows {

    private static final String COLUMNS =
            """
            select c.id, c.case_number, c.metric, c.state, c.minutes, c.calendar, c.calendar_version, c.started_at, c.warn_at,
              c.due_at, c.paused_at, c.paused_for, c.left_micros, c.ended_at, c.queue, c.owner, b.process_instance_id
            """;

    private static final String BOARD = " left join servicelevel.board b on b.case_number = c.case_number ";
    private static final String SELECT = COLUMNS + "from servicelevel.clock c" + BOARD + "where ";

    /** As the indexes of the late ones have it, word for word. */
    private static final String LATE =
            "(c.state = 'MET_LATE' or (c.state = 'CANCELLED' and c.due_at < coalesce(c.paused_at, c.ended_at)))";

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            ClockView view,
            int calendarVersion,
            Duration left,
            @Nullable String boardInstanceId,
            @Nullable String queue,
            @Nullable String owner) {}

    List<Row> list(ClockQuery query) {
        var values = held(query.held(), query.metric());
        values.put(
                "states", query.states().stream().map(ClockState::name).sorted().toArray(String[]::new));
        values.put("at", time(query.after().at()));
        values.put("id", query.after().id());
        values.put("limit", query.limit() + 1);
        if (query.dueBefore() != null) {
            values.put("before", time(query.dueBefore()));
        }
        if (query.cases() != null) {
            values.put("cases", query.cases().toArray(String[]::new));
        }
        return jdbc.sql(query.cases() == null ? stateByState(query) : amongFew(query))
                .params(values)
                .query((row, n) -> read(row))
                .list();
    }

    /** The first of each state come from an index as they are; what is left to put in order is few times a page. */
    private static String stateByState(ClockQuery query) {
        return COLUMNS
                + "from unnest(:states::text[]) as wanted (state) cross join lateral (select * from servicelevel.clock c"
                + " where c.state = wanted.state" + where(query) + " order by c.due_at, c.id limit :limit) c" + BOARD
                + "order by c.due_at, c.id limit :limit";
    }

    private static String amongFew(ClockQuery query) {
        return SELECT + "c.state = any(:states) and c.case_number = any(:cases)" + where(query)
                + " order by c.due_at, c.id limit :limit";
    }

    private static String where(ClockQuery query) {
        return where(query.held(), query.metric())
                + (query.dueBefore() == null ? "" : " and c.due_at < :before")
                + " and (c.due_at, c.id) > (:at, :id)";
    }

    List<Row> late(LateQuery query) {
        var values = held(query.held(), query.metric());
        values.put("from", time(query.from()));
        values.put("to", time(query.to()));
        values.put("at", time(query.before().at()));
        values.put("id", query.before().id());
        values.put("limit", query.limit() + 1);
        return jdbc.sql(SELECT + LATE + where(query.held(), query.metric())
                        + " and c.ended_at >= :from and c.ended_at < :to and (c.ended_at, c.id) < (:at, :id)"
                        + " order by c.ended_at desc, c.id desc limit :limit")
                .params(values)
                .query((row, n) -> read(row))
                .list();
    }

    private static Map<String, Object> held(HeldBy held, @Nullable Metric metric) {
        var values = new HashMap<String, Object>();
        if (held.queue() != null) {
            values.put("queue", held.queue());
        }
        if (held.owner() != null) {
            values.put("owner", held.owner());
        }
        if (metric != null) {
            values.put("metric", metric.id());
        }
        return values;
    }

    private static String where(HeldBy held, @Nullable Metric metric) {
        return (held.queue() == null ? "" : " and c.queue = :queue")
                + (held.owner() == null ? "" : " and c.owner = :owner")
                + (held.nobody() ? " and c.owner is null" : "")
                + (metric == null ? "" : " and c.metric = :metric");
    }

    /** Costs what there is to look at, and not what is open: 50 ms where 60,000 clocks are late or wait. */
    List<ClockCount> counts(Instant dueBefore) {
        return jdbc.sql(
                        """
                        select queue, owner, count(*) filter (where state = 'BREACHED') as breached,
                          count(*) filter (where state in ('RUNNING', 'WARNED')) as due,
                          count(*) filter (where state = 'PAUSED') as paused
                        from (
                          select state, queue, owner from servicelevel.clock where state in ('BREACHED', 'PAUSED')
                          union all
                          select state, queue, owner from servicelevel.clock
                          where state in ('RUNNING', 'WARNED') and due_at < :before
                        ) looked_at group by queue, owner""")
                .param("before", time(dueBefore))
                .query(ClockCount.class)
                .list();
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
                row.getString("process_instance_id"),
                row.getString("queue"),
                row.getString("owner"));
    }
}
