package app.novelo.support;

import app.novelo.platform.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks of one case that are late or soon will be; the engine's own time, which all share, is not moved. */
public final class LateClocks {

    private final JdbcClient jdbc;
    private final Cases cases;

    public LateClocks(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** It began years ago: whatever the table promises to a higher priority is over too. */
    public void breach(String ticket, String metric) {
        jdbc.sql(
                        """
                        update servicelevel.ledger set at = timestamptz '2000-01-01 00:00Z' where clock in (
                          select id from servicelevel.clock where case_number = ? and metric = ?)""")
                .param(ticket)
                .param(metric)
                .update();
        jdbc.sql(
                        """
                        update servicelevel.clock set started_at = timestamptz '1999-12-01 00:00Z',
                          due_at = timestamptz '2000-01-01 00:00Z' where case_number = ? and metric = ?""")
                .param(ticket)
                .param(metric)
                .update();
        cases.fireTimer(ticket, "service-level", "event_nextChangeRunning");
    }

    /** No timer knows of it. */
    public void due(String ticket, String metric, Instant at) {
        jdbc.sql("update servicelevel.clock set due_at = ? where case_number = ? and metric = ?")
                .param(Sql.time(at))
                .param(ticket)
                .param(metric)
                .update();
    }
}
