package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.internal.WorkController.WithoutProcess;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Page;
import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work list: open tasks that the caller may see, oldest first. */
@Component
class WorkList {

    private static final Duration SOON = Duration.ofHours(1);

    private static final String SELECT =
            """
            select w.task_id, w.name, w.element, w.process_key, w.queue, w.assignee, w.form_key, w.created_at, w.due_at,
              w.case_number, w.conversation from casework.work_item w
            """;

    /** Managers see all; an agent what his queues hold and what is his own. */
    private static final String VISIBLE = "(:all or w.queue in (:groups) or w.assignee = :caller)";

    /** What each view adds to what the caller may see; {@code queues}, {@code mine}, {@code overdue}, {@code all} as in Tasklist. */
    private static final Map<String, String> VIEWS = Map.of(
            "mine", "w.assignee = :caller",
            "queues", "w.queue in (:groups) and w.assignee is null",
            "unassigned", "w.assignee is null",
            "team", "w.assignee is not null",
            "waiting", "w.case_number in (select number from casework.case_file where state like 'WAITING%')",
            "breaching", "w.due_at between :now and :soon",
            "overdue", "w.due_at < :now",
            "all", "true");

    private static final RowMapper<Item> MAPPER = (row, n) -> new Item(
            row.getString("task_id"),
            row.getString("name"),
            row.getString("element"),
            row.getString("process_key"),
            row.getString("queue"),
            row.getString("assignee"),
            row.getString("form_key"),
            Sql.instant(row, "created_at"),
            Sql.instantOrNull(row, "due_at"),
            row.getString("case_number"),
            row.getObject("conversation", UUID.class));

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What of a view is asked for; nothing named is all of it. */
    record Only(List<String> tasks, List<UUID> conversations) {

        private String sql() {
            return (tasks.isEmpty() ? "" : " and w.task_id in (:tasks)")
                    + (conversations.isEmpty() ? "" : " and w.conversation in (:conversations)");
        }
    }

    List<Item> find(Caller caller, String view, Only only, @Nullable String after, int limit) {
        var where = VIEWS.get(view.toLowerCase(Locale.ROOT));
        if (where == null) {
            throw new BadRequest("view", "one of " + String.join(", ", VIEWS.keySet()));
        }
        var from = Cursor.of(after);
        return asked(
                        caller,
                        SELECT + "where " + VISIBLE + " and " + where
                                + only.sql()
                                + " and (w.created_at, w.task_id) > (:at, :task) order by w.created_at, w.task_id limit :limit")
                .param("tasks", only.tasks)
                .param("conversations", only.conversations)
                .param("at", time(from.at))
                .param("task", from.task)
                .param("limit", limit)
                .query(MAPPER)
                .list();
    }

    Optional<Item> one(Caller caller, String taskId) {
        return asked(caller, SELECT + "where " + VISIBLE + " and w.task_id = :task")
                .param("task", taskId)
                .query(MAPPER)
                .optional();
    }

    /** What no process could take and people hold, the longest waiting first. */
    List<WithoutProcess> byHand() {
        return jdbc.sql(
                        "select conversation, created_at, task_id from casework.work_item where process_key = ? and conversation is not null order by created_at limit 200")
                .param(IntakeProcess.BY_HAND)
                .query((row, n) -> new WithoutProcess(
                        row.getObject("conversation", UUID.class),
                        Driver.ATTEMPTS,
                        Sql.instant(row, "created_at"),
                        row.getString("task_id")))
                .list();
    }

    private JdbcClient.StatementSpec asked(Caller caller, String sql) {
        var now = clock.instant();
        return jdbc.sql(sql)
                .param("all", caller.isManager())
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("soon", time(now.plus(SOON)), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    static String cursor(Item item) {
        return item.createdAt + "_" + item.taskId;
    }

    /** A row of the read model. */
    record Item(
            String taskId,
            String name,
            String element,
            String processKey,
            @Nullable String queue,
            @Nullable String assignee,
            @Nullable String formKey,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable String caseNumber,
            @Nullable UUID conversation) {}

    private record Cursor(Instant at, String task) {

        static Cursor of(@Nullable String text) {
            if (text == null) {
                return new Cursor(Instant.EPOCH, "");
            }
            try {
                int middle = text.indexOf('_');
                return new Cursor(Page.cursorTime(text.substring(0, middle)), text.substring(middle + 1));
            } catch (IndexOutOfBoundsException e) {
                throw Page.notOurs();
            }
        }
    }
}
