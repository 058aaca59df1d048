package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that somebody has, and when to look whether a customer waits for him. */
@Component
class HeldWork {

    private static final int BATCH = 500;

    private static final String HELD =
            """
            select task_id, case_number, conversation, queue, assignee, taken_at, waiting_since
            from casework.work_item
            where take_back_at <= :now and assignee is not null and taken_at is not null and queue is not null
              and conversation is not null
            """;

    private final JdbcClient jdbc;

    HeldWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is not to be looked at within that time anyway is looked at now. */
    void lookSoon(Collection<String> agents, Collection<String> queues, Instant now, Duration within) {
        jdbc.sql(
                        """
                        update casework.work_item set take_back_at = :now
                        where assignee in (:agents) and queue in (:queues) and take_back_at > :later""")
                .param("now", time(now))
                .param("later", time(now.plus(within)))
                .param("agents", agents)
                .param("queues", queues)
                .update();
    }

    /**
     * @param at null = never
     * @param waitingSince null = nobody waits
     */
    void lookAgain(String task, @Nullable Instant at, @Nullable Instant waitingSince) {
        jdbc.sql("update casework.work_item set take_back_at = :at, waiting_since = :waiting where task_id = :task")
                .param("at", timeOrNull(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("waiting", timeOrNull(waitingSince), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("task", task)
                .update();
    }

    private static @Nullable Object timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    /** @return what is to be looked at by that moment */
    List<Held> due(Instant now) {
        return jdbc.sql(HELD + "order by take_back_at limit :limit")
                .param("now", time(now))
                .param("limit", BATCH)
                .query((row, n) -> held(row))
                .list();
    }

    Optional<Held> find(String task, Instant now) {
        return jdbc.sql(HELD + "and task_id = :task")
                .param("now", time(now))
                .param("task", task)
                .query((row, n) -> held(row))
                .optional();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getString("task_id"),
                row.getString("case_number"),
                row.getObject("conversation", UUID.class),
                row.getString("queue"),
                row.getString("assignee"),
                Sql.instant(row, "taken_at"),
                Sql.instantOrNull(row, "waiting_since"));
    }

    record Held(
            String task,
            @Nullable String caseNumber,
            UUID conversation,
            String queue,
            String agent,
            Instant takenAt,
            @Nullable Instant waitingSince) {}
}
