package app.novelo.sandbox.internal;

import static app.novelo.platform.Sql.time;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers who came by an advertisement: answered within a day, all that goes to them is free for three days. */
@SandboxOnly
@Repository("sandboxEntryPoints")
class EntryPoints {

    private static final Duration FREE = Duration.ofHours(72);

    private final JdbcClient jdbc;
    private final Clock clock;

    EntryPoints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether a message of now is free for it; it may be the answer itself */
    boolean isFree(Line line, Digits phone) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select exists (select 1 from sandbox.message ad where line = :line and phone = :phone and
                          direction = 'IN' and at > :since and body like '%"referral":{%' and
                          least(cast(:now as timestamptz), (select min(answer.at) from sandbox.message answer
                            where answer.line = ad.line and answer.phone = ad.phone and answer.direction = 'OUT'
                              and answer.status <> 'failed' and answer.at >= ad.at)) <= ad.at + interval '24 hours')""")
                .param("line", line.id())
                .param("phone", phone.value())
                .param("since", time(now.minus(FREE)))
                .param("now", time(now))
                .query(Boolean.class)
                .single();
    }
}
