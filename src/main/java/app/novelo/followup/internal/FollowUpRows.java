package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.followup.internal.FollowUp.Mode;
import app.novelo.followup.internal.FollowUp.State;
import app.novelo.followup.internal.FollowUp.Words;
import app.novelo.platform.NotFound;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code followup.follow_up}. */
@Component
class FollowUpRows {

    static final String SELECT = "select * from followup.follow_up ";

    private final JdbcClient jdbc;

    FollowUpRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('followup.number')").query(Long.class).single();
    }

    void insert(FollowUp one) {
        jdbc.sql(
                        """
                        insert into followup.follow_up (number, conversation, customer, origin, what, mode, purpose, body,
                          text_key, template, template_language, template_values, exact, due_at, promised_at, queue, owner,
                          source, created_by, created_at, state, rescheduled)
                        values (:number, :conversation, :customer, :origin, :what, :mode, :purpose, :body,
                          :key, :template, :language, :values, :exact, :due, :due, :queue, :owner,
                          :source, :by, :at, 'OPEN', 0)""")
                .param("number", one.number())
                .param("conversation", one.conversation())
                .param("customer", one.customer())
                .param("origin", one.origin(), Types.VARCHAR)
                .param("what", one.what())
                .param("mode", one.mode().name())
                .param("purpose", one.purpose())
                .param("body", one.words().body(), Types.VARCHAR)
                .param("key", one.words().textKey(), Types.VARCHAR)
                .param("template", one.words().template(), Types.VARCHAR)
                .param("language", one.words().language(), Types.VARCHAR)
                .param("values", one.words().values(), Types.VARCHAR)
                .param("exact", one.exact())
                .param("due", time(one.dueAt()))
                .param("queue", one.queue())
                .param("owner", one.owner(), Types.VARCHAR)
                .param("source", one.source())
                .param("by", one.createdBy(), Types.VARCHAR)
                .param("at", time(one.createdAt()))
                .update();
    }

    Optional<FollowUp> find(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query((row, n) -> read(row))
                .optional();
    }

    FollowUp required(String number) {
        return find(number).orElseThrow(() -> new NotFound("follow-up " + number));
    }

    /** @return those of the customer that are not ended */
    List<FollowUp> openOf(UUID customer) {
        return jdbc.sql(SELECT + "where customer = ? and state in ('OPEN', 'DUE') order by due_at, number")
                .param(customer)
                .query((row, n) -> read(row))
                .list();
    }

    /** @return how many the case has had that were to be sent by themselves */
    int automaticOf(String origin) {
        return jdbc.sql("select count(*) from followup.follow_up where origin = ? and body is null and purpose = ?"
                        + " and (text_key is not null or template is not null)")
                .param(origin)
                .param(FollowUp.CADENCE)
                .query(Integer.class)
                .single();
    }

    void runsAs(String number, String processInstanceId) {
        jdbc.sql("update followup.follow_up set process_instance = ? where number = ?")
                .param(processInstanceId)
                .param(number)
                .update();
    }

    void held(String number, String queue, @Nullable String owner) {
        jdbc.sql("update followup.follow_up set queue = :queue, owner = :owner where number = :number")
                .param("queue", queue)
                .param("owner", owner, Types.VARCHAR)
                .param("number", number)
                .update();
    }

    void rescheduled(String number, Instant dueAt) {
        jdbc.sql(
                        """
                        update followup.follow_up set due_at = ?, state = 'OPEN', rescheduled = rescheduled + 1,
                          overdue_at = null, customer_wrote_at = null where number = ?""")
                .param(time(dueAt))
                .param(number)
                .update();
    }

    void isDue(String number, Mode mode) {
        jdbc.sql("update followup.follow_up set state = 'DUE', mode = ? where number = ?")
                .param(mode.name())
                .param(number)
                .update();
    }

    /** It could not be sent by itself; a person has until then. */
    void notSent(String number, String why, Instant dueAt) {
        jdbc.sql("update followup.follow_up set mode = 'BY_HAND', not_sent = ?, due_at = ? where number = ?")
                .param(why)
                .param(time(dueAt))
                .param(number)
                .update();
    }

    void customerWrote(String number, Instant at) {
        jdbc.sql("update followup.follow_up set customer_wrote_at = coalesce(customer_wrote_at, ?) where number = ?")
                .param(time(at))
                .param(number)
                .update();
    }

    void overdue(String number, Instant at) {
        jdbc.sql("update followup.follow_up set overdue_at = ? where number = ?")
                .param(time(at))
                .param(number)
                .update();
    }

    void ended(String number, State state, String outcome, @Nullable String reason, @Nullable String by, Instant at) {
        jdbc.sql(
                        """
                        update followup.follow_up set state = :state, outcome = :outcome, reason = :reason, done_by = :by,
                          done_at = :at, on_time = case when :state = 'DONE' then :at <= due_at + :patience::interval end
                        where number = :number""")
                .param("patience", outcome.equals(FollowUpProcess.SENT) ? "10 minutes" : "0")
                .param("state", state.name())
                .param("outcome", outcome)
                .param("reason", reason, Types.VARCHAR)
                .param("by", by, Types.VARCHAR)
                .param("at", time(at))
                .param("number", number)
                .update();
    }

    static FollowUp read(ResultSet row) throws SQLException {
        return new FollowUp(
                row.getString("number"),
                row.getObject("conversation", UUID.class),
                row.getObject("customer", UUID.class),
                row.getString("origin"),
                row.getString("what"),
                Mode.valueOf(row.getString("mode")),
                row.getString("purpose"),
                new Words(
                        row.getString("body"),
                        row.getString("text_key"),
                        row.getString("template"),
                        row.getString("template_language"),
                        row.getString("template_values")),
                row.getBoolean("exact"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "promised_at"),
                row.getString("queue"),
                row.getString("owner"),
                row.getString("source"),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                State.valueOf(row.getString("state")),
                row.getInt("rescheduled"),
                Sql.instantOrNull(row, "customer_wrote_at"),
                Sql.instantOrNull(row, "overdue_at"),
                row.getString("not_sent"),
                row.getString("outcome"),
                row.getString("reason"),
                Sql.instantOrNull(row, "done_at"),
                row.getString("done_by"),
                row.getObject("on_time", Boolean.class),
                row.getString("process_instance"));
    }
}
