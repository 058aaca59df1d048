package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code followup.happening}, and the event that tells others of it. */
@Component
class Happenings {

    private final JdbcClient jdbc;
    private final Events events;
    private final Clock clock;

    Happenings(JdbcClient jdbc, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What can become of a follow-up. */
    enum What {
        PLANNED("planned"),
        RESCHEDULED("rescheduled"),
        CUSTOMER_WROTE("customerWrote"),
        DUE("due"),
        OVERDUE("overdue"),
        NOT_SENT("notSent"),
        SENT("sent"),
        DONE("done"),
        CANCELLED("cancelled");

        private final String id;

        What(String id) {
            this.id = id;
        }
    }

    /**
     * @param actor user; null = a process
     * @param reason code
     * @param note a person's words
     */
    record Cause(@Nullable String actor, @Nullable String reason, @Nullable String note) {

        static final Cause PROCESS = new Cause(null, null, null);

        static Cause because(@Nullable String reason) {
            return new Cause(null, reason, null);
        }
    }

    void add(String number, What what, Cause cause, @Nullable Instant dueAt) {
        jdbc.sql(
                        """
                        insert into followup.happening (number, at, what, actor, reason, note, due_at)
                        values (:number, :at, :what, :actor, :reason, :note, :due)""")
                .param("number", number)
                .param("at", time(clock.instant()))
                .param("what", what.id)
                .param("actor", cause.actor(), Types.VARCHAR)
                .param("reason", cause.reason(), Types.VARCHAR)
                .param("note", cause.note(), Types.VARCHAR)
                .param("due", dueAt == null ? null : time(dueAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        events.append(
                "follow-up." + what.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                Map.of("case", number));
    }

    /** A person's words go with what he has just done. */
    void explain(String number, @Nullable String note) {
        if (note != null) {
            jdbc.sql(
                            "update followup.happening set note = ? where id = (select max(id) from followup.happening where number = ?)")
                    .param(note)
                    .param(number)
                    .update();
        }
    }

    List<Happening> of(String number) {
        return jdbc.sql("select * from followup.happening where number = ? order by at, id")
                .param(number)
                .query((row, n) -> read(row))
                .list();
    }

    static Happening read(ResultSet row) throws SQLException {
        return new Happening(
                row.getString("number"),
                Sql.instant(row, "at"),
                row.getString("what"),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("note"),
                Sql.instantOrNull(row, "due_at"));
    }

    /** An entry of a follow-up's story. */
    record Happening(
            String number,
            Instant at,
            String what,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Instant dueAt) {}
}
