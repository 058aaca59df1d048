package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.internal.Unplanned.Routing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The columns of {@code casework.work_item} by which work finds people. */
@Component
class PlanRows {

    /** As long as this differs from {@code planned_for}, a task has no plan; as in the index. */
    private static final String NOW_FOR = "coalesce(queue, '') || ' ' || coalesce(assignee, '')";

    private static final String UNPLANNED =
            """
            select w.task_id, w.planned_for is null as fresh, w.queue, w.assignee, nullif(split_part(w.planned_for, ' ', 2), '') as had_it, w.case_number, w.conversation, w.overflowed, f.customer, f.owner,
              o.owner as last_owner, d.id, d.version, d.rules, d.outputs -> 0 ->> 'queue' as routed,
              d.outputs -> 0 ->> 'skill' as skill, d.outputs -> 0 ->> 'strategy' as strategy,
              d.outputs -> 0 ->> 'overflowQueue' as overflow_queue,
              d.outputs -> 0 ->> 'overflowMinutes' as overflow_minutes
            from casework.work_item w left join casework.case_file f on f.number = w.case_number
            left join lateral (
              select * from casework.decision d where d.business_key = w.case_number and d.decision = 'routing'
              order by d.id desc limit 1) d on true
            left join lateral (
              select p.owner from casework.case_file p where p.customer = f.customer and p.number <> f.number
                and p.owner is not null and p.opened_at > ? order by p.opened_at desc limit 1) o on true
            where w.planned_for is distinct from coalesce(w.queue, '') || ' ' || coalesce(w.assignee, '')
            order by w.created_at limit ? for update of w skip locked""";

    private static final String STORE =
            """
            update casework.work_item set strategy = ?, skill = ?, language = ?, preferred = ?, overflow_queue = ?,
              overflow_at = ?, taken_at = ?, take_back_at = ?, not_to = coalesce(?, not_to), offered_to = null,
              offered_at = null,
              planned_for = %s
            where task_id = ?"""
                    .formatted(NOW_FOR);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PlanRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Locks them for the rest of the transaction; what another node has is left to it. */
    List<Unplanned> unplanned(Instant ownersSince, int limit) {
        return jdbc.sql(UNPLANNED)
                .param(time(ownersSince))
                .param(limit)
                .query((row, n) -> unplanned(row))
                .list();
    }

    private static Unplanned unplanned(ResultSet row) throws SQLException {
        return new Unplanned(
                row.getString("task_id"),
                row.getBoolean("fresh"),
                row.getString("queue"),
                row.getString("assignee"),
                row.getString("had_it"),
                row.getString("case_number"),
                row.getObject("conversation", UUID.class),
                row.getObject("customer", UUID.class),
                row.getBoolean("overflowed"),
                row.getString("owner"),
                row.getString("last_owner"),
                routing(row));
    }

    private static @Nullable Routing routing(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        if (row.wasNull()) {
            return null;
        }
        return new Routing(
                id,
                row.getInt("version"),
                Arrays.asList((String[]) row.getArray("rules").getArray()),
                row.getString("routed"),
                row.getString("skill"),
                row.getString("strategy"),
                row.getString("overflow_queue"),
                row.getString("overflow_minutes"));
    }

    void store(List<Plan> plans) {
        batches.batchUpdate(STORE, plans.stream().map(PlanRows::values).toList());
    }

    private static @Nullable Object[] values(Plan plan) {
        return new @Nullable Object[] {
            plan.strategy().id(),
            plan.skill(),
            plan.language(),
            plan.preferred(),
            plan.overflowQueue(),
            timeOrNull(plan.overflowAt()),
            timeOrNull(plan.takenAt()),
            timeOrNull(plan.takeBackAt()),
            plan.notTo(),
            plan.task()
        };
    }

    private static @Nullable Object timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }
}
