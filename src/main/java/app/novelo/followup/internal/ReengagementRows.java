package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.followup.internal.Reengagement.State;
import app.novelo.followup.internal.ReengagementEvent.Source;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code followup.reengagement}. */
@Component
class ReengagementRows {

    private static final String SELECT = "select * from followup.reengagement ";
    private static final TypeReference<Map<String, String>> SAID = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ReengagementRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What was told before is told once. */
    void insert(List<ReengagementEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into followup.reengagement (number, event, subject, source, customer, line, case_number,
                          happened_at, due_at, said, state, not_before)
                        select 'A-' || extract(year from at at time zone :zone) || '-' || lpad(nextval('followup.reengagement_number')::text, 6, '0'),
                          event, subject, source, customer, line, case_number, at, due_at, said, 'PENDING', now()
                        from unnest(:event::text[], :subject::text[], :source::text[], :customer::uuid[], :line::uuid[],
                          :case::text[], :at::timestamptz[], :due::timestamptz[], :said::jsonb[])
                          as e (event, subject, source, customer, line, case_number, at, due_at, said)
                        where not exists (select 1 from followup.reengagement r where r.event = e.event and r.subject = e.subject)
                        on conflict (event, subject) do nothing""")
                .param("zone", clock.getZone().getId())
                .param("event", texts(events, ReengagementEvent::name))
                .param("subject", texts(events, ReengagementEvent::subject))
                .param("source", texts(events, ReengagementEvent::source))
                .param("customer", texts(events, ReengagementEvent::customer))
                .param("line", texts(events, ReengagementEvent::line))
                .param("case", texts(events, ReengagementEvent::caseNumber))
                .param("at", texts(events, ReengagementEvent::at))
                .param("due", texts(events, ReengagementEvent::dueAt))
                .param("said", texts(events, event -> write(event.said())))
                .update();
    }

    private static @Nullable String[] texts(
            List<ReengagementEvent> events, Function<ReengagementEvent, @Nullable Object> part) {
        return events.stream()
                .map(event -> {
                    var value = part.apply(event);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    /** @return the one whose decision has waited longest; not locked */
    Optional<String> due() {
        return jdbc.sql(
                        """
                        select number from followup.reengagement where state in ('PENDING', 'FAILED') and not_before <= now()
                        order by not_before, id limit 1""")
                .query(String.class)
                .optional();
    }

    /** @return it, if nobody has decided it or is about to */
    Optional<Reengagement> undecided(String number) {
        return jdbc.sql(SELECT + "where number = ? and state in ('PENDING', 'FAILED') for update skip locked")
                .param(number)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Reengagement> find(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Reengagement> find(String event, String subject) {
        return jdbc.sql(SELECT + "where event = ? and subject = ?")
                .param(event)
                .param(subject)
                .query((row, n) -> read(row))
                .optional();
    }

    /** @throws IllegalStateException if there is none */
    Reengagement required(String number) {
        return find(number)
                .orElseThrow(() -> new IllegalStateException("\"" + number
                        + "\" is no automation: such a process is started by the table reengagement, not by hand"));
    }

    /** @param before id of the row before the first; newest first */
    List<Reengagement> list(
            @Nullable State state, @Nullable String event, @Nullable UUID customer, long before, int limit) {
        return jdbc.sql(SELECT
                        + "where id < :before"
                        + (state == null ? "" : " and state = :state")
                        + (event == null ? "" : " and event = :event")
                        + (customer == null ? "" : " and customer = :customer")
                        + " order by id desc limit :limit")
                .param("before", before)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("event", event, Types.VARCHAR)
                .param("customer", customer, Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    void decided(String number, String action, @Nullable String why, @Nullable String reason) {
        jdbc.sql(
                        """
                        update followup.reengagement set state = 'DECIDED', action = :action, why = :why, reason = :reason,
                          problem = null, decided_at = :now, ended_at = :now where number = :number""")
                .param("action", action)
                .param("why", why, Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR)
                .param("now", time(clock.instant()))
                .param("number", number)
                .update();
    }

    /** What needs nothing and nobody waits to hear of: most of what happens. */
    void forget(String number) {
        jdbc.sql("delete from followup.reengagement where number = ?")
                .param(number)
                .update();
    }

    /** Called before its process starts, which may end in the same step. */
    void starting(String number, String process, @Nullable String why, Instant wakeAt) {
        jdbc.sql(
                        """
                        update followup.reengagement set state = 'RUNNING', action = :action, why = :why, wake_at = :wake,
                          problem = null, decided_at = :now where number = :number""")
                .param("action", process)
                .param("why", why, Types.VARCHAR)
                .param("wake", time(wakeAt))
                .param("now", time(clock.instant()))
                .param("number", number)
                .update();
    }

    void started(String number, String processInstance) {
        jdbc.sql("update followup.reengagement set process_instance_id = ? where number = ?")
                .param(processInstance)
                .param(number)
                .update();
    }

    /** Of all that was told of the subject nothing is to be said any more. */
    void settle(String subject) {
        jdbc.sql(
                        """
                        update followup.reengagement set settled_at = ?
                        where subject = ? and source = 'API' and state <> 'ENDED' and settled_at is null""")
                .param(time(clock.instant()))
                .param(subject)
                .update();
    }

    boolean isSettled(String subject) {
        return jdbc.sql(
                        """
                        select exists (select 1 from followup.reengagement
                        where subject = ? and source = 'API' and state = 'DECIDED' and action = 'settle')""")
                .param(subject)
                .query(Boolean.class)
                .single();
    }

    /** Technical time; a minute the first time, an hour at most. */
    void failed(String number, String problem) {
        jdbc.sql(
                        """
                        update followup.reengagement set state = 'FAILED', failures = failures + 1, problem = :problem,
                          not_before = now() + least(interval '1 hour', interval '1 minute' * power(2, least(failures, 10)))
                        where number = :number and state in ('PENDING', 'FAILED')""")
                .param("problem", problem)
                .param("number", number)
                .update();
    }

    void putOff(String number, Instant until, boolean counted) {
        jdbc.sql(
                        """
                        update followup.reengagement set wake_at = :until, outcome = null, reason = null,
                          tries = tries + case when :counted then 1 else 0 end where number = :number""")
                .param("until", time(until))
                .param("counted", counted)
                .param("number", number)
                .update();
    }

    void came(String number, @Nullable String outcome, @Nullable String reason) {
        jdbc.sql("update followup.reengagement set outcome = :outcome, reason = :reason where number = :number")
                .param("outcome", outcome, Types.VARCHAR)
                .param("reason", reason, Types.VARCHAR)
                .param("number", number)
                .update();
    }

    /** Nothing has kept the message back if the process has ended while it was being written. */
    void ended(String number) {
        jdbc.sql(
                        """
                        update followup.reengagement set state = 'ENDED', ended_at = ?,
                          outcome = case when outcome = 'WRITING' then 'WRITTEN' else outcome end
                        where number = ? and state = 'RUNNING'""")
                .param(time(clock.instant()))
                .param(number)
                .update();
    }

    /** @return how many of what was over before that moment are no more */
    int forgetBefore(Instant moment, int most) {
        return jdbc.sql(
                        """
                        delete from followup.reengagement where id in (
                          select id from followup.reengagement where ended_at < ? order by ended_at limit ?)""")
                .param(time(moment))
                .param(most)
                .update();
    }

    private Reengagement read(ResultSet row) throws SQLException {
        return new Reengagement(
                row.getLong("id"),
                row.getString("number"),
                event(row),
                State.valueOf(row.getString("state")),
                row.getString("action"),
                row.getString("why"),
                row.getString("process_instance_id"),
                Sql.instantOrNull(row, "wake_at"),
                row.getInt("tries"),
                row.getString("outcome"),
                row.getString("reason"),
                Sql.instantOrNull(row, "settled_at"),
                row.getInt("failures"),
                row.getString("problem"));
    }

    private ReengagementEvent event(ResultSet row) throws SQLException {
        return new ReengagementEvent(
                row.getString("event"),
                row.getString("subject"),
                Source.valueOf(row.getString("source")),
                row.getObject("customer", UUID.class),
                row.getObject("line", UUID.class),
                row.getString("case_number"),
                Sql.instant(row, "happened_at"),
                Sql.instantOrNull(row, "due_at"),
                said(row.getString("said")));
    }

    private String write(Map<String, String> said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("values must be plain text", e);
        }
    }

    private Map<String, String> said(String text) {
        try {
            return json.readValue(text, SAID);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values are not JSON", e);
        }
    }
}
