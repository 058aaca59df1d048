package app.novelo.servicelevel.internal;

import static app.novelo.platform.Sql.time;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends what happened to a clock; nothing in it ever changes. */
@Component
class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Clock clock, Event event, String cause, Instant at) {
        jdbc.sql(
                        "insert into servicelevel.ledger (clock, case_number, at, event, cause, due_at) values (?, ?, ?, ?, ?, ?)")
                .param(clock.getId())
                .param(clock.caseNumber())
                .param(time(at))
                .param(event.name())
                .param(cause)
                .param(time(clock.dueAt()))
                .update();
    }

    /** What can happen to a clock in this release. */
    enum Event {
        START,
        BREACH,
        END,
        CANCEL
    }
}
