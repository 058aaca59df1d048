package app.novelo.servicelevel.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends what happened to clocks; nothing in it ever changes. */
@Component
class Ledger {

    private static final String INSERT =
            """
            insert into servicelevel.ledger (clock, case_number, at, event, cause, due_before, due_at,
              minutes, calendar, calendar_version, table_version, rule, note) values
            """;

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param at business time of the fact: a breach is at the due time, whenever it was noted
     * @param dueBefore null when it began
     * @param promise where the table was asked
     * @param note as in {@link Promise}
     */
    record Entry(
            UUID clock,
            String caseNumber,
            Event event,
            String cause,
            Instant at,
            @Nullable Instant dueBefore,
            Instant dueAt,
            @Nullable Promise promise,
            @Nullable String note) {}

    /** In one statement. */
    void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var insert = jdbc.sql(INSERT + String.join(", ", Collections.nCopies(entries.size(), ROW)));
        for (var entry : entries) {
            insert = with(insert, entry);
        }
        insert.update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec insert, Entry entry) {
        var promise = entry.promise;
        return insert.param(entry.clock)
                .param(entry.caseNumber)
                .param(time(entry.at))
                .param(entry.event.name())
                .param(entry.cause)
                .param(entry.dueBefore == null ? null : time(entry.dueBefore))
                .param(time(entry.dueAt))
                .param(promise == null ? null : promise.minutes())
                .param(promise == null ? null : promise.calendar().calendar())
                .param(promise == null ? null : promise.calendar().version())
                .param(promise == null ? null : promise.tableVersion())
                .param(promise == null ? null : promise.rule())
                .param(entry.note);
    }

    /** When the clock ran. */
    List<Worked.Mark> marks(UUID clock) {
        return jdbc.sql(
                        "select event, at from servicelevel.ledger where clock = ? and event in ('START', 'PAUSE', 'RESUME') order by id")
                .param(clock)
                .query((row, n) -> new Worked.Mark(Event.valueOf(row.getString(1)), Sql.instant(row, "at")))
                .list();
    }

    /** What can happen to a clock. */
    enum Event {
        START,
        WARN,
        PAUSE,
        RESUME,
        BREACH,
        /** Another promise, or the same by another calendar. */
        MOVE,
        END,
        /** What ended it was none. */
        REOPEN,
        CANCEL
    }
}
