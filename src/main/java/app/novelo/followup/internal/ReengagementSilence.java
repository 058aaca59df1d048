package app.novelo.followup.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.Outreach;
import app.novelo.conversation.Silence;
import app.novelo.followup.internal.ReengagementEvent.Source;
import app.novelo.platform.Sql;
import app.novelo.platform.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds whose silence has just become long enough to ask the table: who was silent for so long yesterday as well has been
 * found then. So a night reads as many rows as people fell silent on one day, however many customers there are.
 */
@Component
class ReengagementSilence {

    static final String INACTIVE = "inactive";
    static final String WIN_BACK = "winBack";

    private static final int PORTION = 500;
    private static final UUID LAST = new UUID(-1, -1);

    private final Outreach outreach;
    private final ReengagementRows rows;
    private final ReengagementPurchases purchases;
    private final JdbcClient jdbc;
    private final Wakeups wakeups;
    private final Clock clock;

    ReengagementSilence(
            Outreach outreach,
            ReengagementRows rows,
            ReengagementPurchases purchases,
            JdbcClient jdbc,
            Wakeups wakeups,
            Clock clock) {
        this.outreach = outreach;
        this.rows = rows;
        this.purchases = purchases;
        this.jdbc = jdbc;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** @return true if there may be more who have been silent for so many days */
    @Transactional
    public boolean findSome(int days) {
        var now = clock.instant();
        var until = now.minus(Duration.ofDays(days));
        var portion = outreach.silent(mark(days, until), until, PORTION);
        var silent = portion.silent();
        var buyers = purchases.buyers(silent.stream().map(Silence::customer).toList());
        rows.insert(silent.stream()
                .flatMap(one -> Stream.of(INACTIVE, WIN_BACK)
                        .filter(event -> event.equals(INACTIVE) || buyers.contains(one.customer()))
                        .map(event -> event(event, one, now)))
                .toList());
        boolean more = portion.looked() == PORTION;
        move(days, more ? portion.end() : new Silence(LAST, LAST, until));
        wakeups.signal(ReengagementReader.TOPIC);
        return more;
    }

    /** Of one silence the table starts one process for each event, however often it is asked. */
    private static ReengagementEvent event(String name, Silence silence, Instant now) {
        var subject = silence.customer() + "/" + silence.since();
        return new ReengagementEvent(
                name, subject, Source.SILENCE, silence.customer(), silence.line(), null, now, null, Map.of());
    }

    /** Who was silent already when this program began to look is not asked about. */
    private Silence mark(int days, Instant until) {
        jdbc.sql(
                        """
                        insert into followup.reengagement_silence (days, reached_at, customer, line) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(List.of(days, time(until), LAST, LAST))
                .update();
        return jdbc.sql(
                        "select customer, line, reached_at from followup.reengagement_silence where days = ? for update")
                .param(days)
                .query((row, n) -> new Silence(
                        row.getObject("customer", UUID.class),
                        row.getObject("line", UUID.class),
                        Sql.instant(row, "reached_at")))
                .single();
    }

    private void move(int days, Silence to) {
        jdbc.sql(
                        """
                        update followup.reengagement_silence set reached_at = ?, customer = ?, line = ?
                        where days = ? and reached_at <= ?""")
                .params(List.of(time(to.since()), to.customer(), to.line(), days, time(to.since())))
                .update();
    }
}
