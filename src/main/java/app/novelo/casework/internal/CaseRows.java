package app.novelo.casework.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.casework.CaseAccess;
import app.novelo.casework.CaseFile;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import app.novelo.platform.Sql;
import app.novelo.servicelevel.ClockHolders.Holder;
import app.novelo.servicelevel.ClockHolding;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code casework.case_file}. */
@Component
class CaseRows {

    private static final String SELECT =
            """
            select number, kind, conversation, customer, process_instance_id, state, priority, queue, owner, intent,
              opened_at, due_at, resolved_at, closed_at from casework.case_file
            """;

    private static final RowMapper<CaseFile> MAPPER = (row, n) -> new CaseFile(
            row.getString("number"),
            row.getString("kind"),
            row.getObject("conversation", UUID.class),
            row.getObject("customer", UUID.class),
            row.getString("process_instance_id"),
            row.getString("state"),
            row.getString("priority"),
            row.getString("queue"),
            row.getString("owner"),
            row.getString("intent"),
            Sql.instant(row, "opened_at"),
            Sql.instantOrNull(row, "due_at"),
            Sql.instantOrNull(row, "resolved_at"),
            Sql.instantOrNull(row, "closed_at"));

    private final JdbcClient jdbc;
    private final ClockHolding clocks;
    private final Kinds kinds;

    CaseRows(JdbcClient jdbc, ClockHolding clocks, @Lazy Kinds kinds) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.kinds = kinds;
    }

    void insert(CaseFile file) {
        jdbc.sql(
                        """
                        insert into casework.case_file (number, kind, conversation, customer, process_instance_id, state,
                          priority, queue, owner, intent, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(file.number())
                .param(file.kind())
                .param(file.conversation())
                .param(file.customer())
                .param(file.processInstanceId())
                .param(file.state())
                .param(file.priority())
                .param(file.queue())
                .param(file.owner())
                .param(file.intent())
                .param(time(file.openedAt()))
                .update();
    }

    Optional<CaseFile> find(String number) {
        return jdbc.sql(SELECT + "where number = ?").param(number).query(MAPPER).optional();
    }

    CaseFile required(String number) {
        return find(number).orElseThrow(() -> new NotFound("case " + number));
    }

    /** @throws CaseNotWaiting if it has been closed */
    CaseFile requiredOpen(String number) {
        return find(number).filter(file -> file.closedAt() == null).orElseThrow(() -> new CaseNotWaiting(number));
    }

    Optional<CaseFile> openOf(String number, String processInstanceId) {
        return find(number)
                .filter(file ->
                        file.closedAt() == null && file.processInstanceId().equals(processInstanceId));
    }

    List<CaseFile> find(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + "where number in (:numbers)")
                        .param("numbers", numbers)
                        .query(MAPPER)
                        .list();
    }

    /** @return what the conversation is about and is not closed, oldest first */
    List<CaseFile> openOf(UUID conversation) {
        return jdbc.sql(SELECT + "where conversation = ? and closed_at is null order by opened_at, number")
                .param(conversation)
                .query(MAPPER)
                .list();
    }

    /** @return kinds of the cases of a customer whose need is not met yet */
    List<String> openKinds(UUID customer) {
        return jdbc.sql(
                        "select distinct kind from casework.case_file where customer = ? and state not in ('RESOLVED', 'CLOSED')")
                .param(customer)
                .query(String.class)
                .list();
    }

    /** Only what narrows it stands in the statement: a condition that may be none keeps the database from its index. */
    List<CaseFile> list(Caller caller, CaseAccess.Query query, Instant before, String number) {
        return jdbc.sql(SELECT
                        + "where kind = :kind and (opened_at, number) < (:at, :number)"
                        + (query.state() == null ? "" : " and state = :state")
                        + (query.restingAt() == null
                                ? ""
                                : """
                                   and closed_at is null and (due_at is null or due_at <= :resting) and not exists (
                                    select 1 from casework.next_step s where s.case_number = number and s.at > :resting)""")
                        + (query.queue() == null ? "" : " and queue = :queue")
                        + (caller.isManager() ? "" : " and (queue in (:groups) or owner = :caller)")
                        + " order by opened_at desc, number desc limit :limit")
                .param("kind", query.kind())
                .param("at", time(before))
                .param("number", number)
                .param("groups", caller.groups().isEmpty() ? List.of("") : caller.groups())
                .param("caller", caller.id())
                .param("state", query.state(), Types.VARCHAR)
                .param(
                        "resting",
                        query.restingAt() == null ? null : time(query.restingAt()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("queue", query.queue(), Types.VARCHAR)
                .param("limit", query.limit())
                .query(MAPPER)
                .list();
    }

    void queued(String number, String queue, String priority) {
        held(
                number,
                jdbc.sql(
                                "update casework.case_file set queue = ?, priority = ? where number = ? returning kind, queue, owner")
                        .param(queue)
                        .param(priority)
                        .param(number));
    }

    void owned(String number, @Nullable String owner) {
        held(
                number,
                jdbc.sql(
                                """
                                update casework.case_file set owner = :owner
                                where number = :number and owner is distinct from :owner
                                returning kind, queue, owner""")
                        .param("owner", owner, Types.VARCHAR)
                        .param("number", number));
    }

    private void held(String number, JdbcClient.StatementSpec change) {
        change.query((row, n) ->
                        new Held(row.getString("kind"), new Holder(row.getString("queue"), row.getString("owner"))))
                .optional()
                .ifPresent(held -> {
                    clocks.held(number, held.by);
                    kinds.held(held.kind, number, held.by);
                });
    }

    private record Held(String kind, Holder by) {}

    void due(String number, @Nullable Instant due) {
        jdbc.sql("update casework.case_file set due_at = :due where number = :number")
                .param("due", due == null ? null : time(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("number", number)
                .update();
    }

    void movedTo(String number, UUID conversation) {
        jdbc.sql("update casework.case_file set conversation = ? where number = ?")
                .param(conversation)
                .param(number)
                .update();
    }

    void state(String number, String state, @Nullable Instant resolvedAt) {
        jdbc.sql("update casework.case_file set state = :state, resolved_at = :at where number = :number")
                .param("state", state)
                .param("at", resolvedAt == null ? null : time(resolvedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("number", number)
                .update();
    }

    void close(String number, Instant at) {
        jdbc.sql(
                        "update casework.case_file set state = 'CLOSED', resolved_at = coalesce(resolved_at, :at), closed_at = :at, due_at = null where number = :number")
                .param("at", time(at))
                .param("number", number)
                .update();
    }

    List<UUID> servedSince(Instant moment, int most) {
        return jdbc.sql(
                        """
                        select customer from casework.case_file where closed_at > ? and kind <> all(?)
                        group by customer order by max(closed_at) desc, customer limit ?""")
                .param(time(moment))
                .param(kinds.withoutMessages())
                .param(most)
                .query(UUID.class)
                .list();
    }

    /**
     * What the customer's other cases tell. What he cannot write about, such as a promise of ours, is none of them.
     *
     * @param present the case that asks; null if there is none yet
     */
    Past past(UUID customer, @Nullable String present, Instant weekAgo) {
        return jdbc.sql(
                        """
                        select max(closed_at) as closed_at, count(*) filter (where opened_at >= ?) as recent,
                          count(*) as every, coalesce(bool_or(closed_at is null), false) as open
                        from casework.case_file where customer = ? and number is distinct from ? and kind <> all(?)""")
                .param(time(weekAgo))
                .param(customer)
                .param(present)
                .param(kinds.withoutMessages())
                .query((row, n) -> new Past(
                        Sql.instantOrNull(row, "closed_at"),
                        row.getInt("recent"),
                        row.getInt("every") > 0,
                        row.getBoolean("open")))
                .single();
    }

    /**
     * @param lastClosedAt when the customer's last case was closed; null if none was
     * @param recent cases of the last seven days
     * @param known whether he ever had a case
     * @param open whether he has one now
     */
    record Past(@Nullable Instant lastClosedAt, int recent, boolean known, boolean open) {}
}
