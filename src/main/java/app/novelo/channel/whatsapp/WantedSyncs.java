package app.novelo.channel.whatsapp;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Line;
import app.novelo.channel.LineObserver;
import app.novelo.channel.Lines;
import app.novelo.platform.Sql;
import app.novelo.platform.Wakeups;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose templates are to be pulled. Many wishes are one pull; a wish that comes while one runs is another one. Of one
 * account there is one at a time among all nodes, and after it a pause: Meta takes 200 such calls an hour.
 */
@Component
class WantedSyncs implements LineObserver {

    static final String TEMPLATES = "templates";

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Wakeups wakeups;
    private final Clock clock;

    WantedSyncs(JdbcClient jdbc, Lines lines, Wakeups wakeups, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** @param begunAt technical time, before the first page is asked for */
    record Claim(String account, Instant begunAt) {}

    /**
     * How it stands.
     *
     * @param syncedAt when all of them were last compared; null = never
     * @param waits a pull is to come, or runs
     * @param problem why the last one failed
     */
    record State(String account, @Nullable Instant syncedAt, boolean waits, @Nullable String problem) {}

    /** @return accounts that our lines belong to */
    List<String> accounts() {
        return lines.all().stream()
                .filter(line -> line.channel().equals(WhatsAppSplitter.CHANNEL))
                .map(Line::accountId)
                .filter(account -> !account.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    void wantAll() {
        accounts().forEach(this::want);
    }

    /** Nothing for an account that is none of ours. */
    void want(String account) {
        if (accounts().contains(account)) {
            jdbc.sql(
                            """
                            insert into channel.template_sync (account, wanted_at) values (?, now())
                            on conflict (account) do update set wanted_at = now()""")
                    .param(account)
                    .update();
            wakeups.signal(TEMPLATES);
        }
    }

    /** Accounts of which nothing was ever pulled: lines are added while we run. */
    void wantNewOnes() {
        jdbc.sql(
                        """
                        insert into channel.template_sync (account, wanted_at) select unnest(?::text[]), now()
                        on conflict do nothing""")
                .param(accounts().toArray(String[]::new))
                .update();
    }

    /** What kept an account's lines from sending, such as its token, may have kept its templates from being pulled. */
    @Override
    public void mayTryAgain(Collection<UUID> recovered) {
        lines.all().stream()
                .filter(line -> recovered.contains(line.id()))
                .map(Line::accountId)
                .distinct()
                .forEach(this::want);
        jdbc.sql("update channel.template_sync set not_before = now() where wanted_at is not null")
                .update();
    }

    /** A person waits: whatever pause there was is over. */
    void wantNow() {
        wantAll();
        jdbc.sql("update channel.template_sync set not_before = now() where wanted_at is not null")
                .update();
        wakeups.signal(TEMPLATES);
    }

    Optional<Claim> claim() {
        return jdbc.sql(
                        """
                        update channel.template_sync set busy_until = now() + interval '2 minutes', begun_at = now()
                        where account = (select account from channel.template_sync
                          where wanted_at is not null and not_before <= now() and coalesce(busy_until, now()) <= now()
                          order by wanted_at limit 1 for update skip locked)
                        returning account, begun_at""")
                .query((row, n) -> new Claim(row.getString("account"), Sql.instant(row, "begun_at")))
                .optional();
    }

    void goesOn(Claim claim) {
        jdbc.sql("update channel.template_sync set busy_until = now() + interval '2 minutes' where account = ?")
                .param(claim.account)
                .update();
    }

    void done(Claim claim) {
        jdbc.sql(
                        """
                        update channel.template_sync set wanted_at = case when wanted_at > :begun then wanted_at end,
                          not_before = now() + interval '5 seconds', busy_until = null, attempts = 0, synced_at = :at,
                          problem = null
                        where account = :account""")
                .param("begun", time(claim.begunAt))
                .param("at", time(clock.instant()))
                .param("account", claim.account)
                .update();
    }

    /** Again after 10, 20, 40 … seconds, at most a quarter of an hour. */
    void failed(Claim claim, String problem) {
        jdbc.sql(
                        """
                        update channel.template_sync set busy_until = null, attempts = attempts + 1, problem = :problem,
                          not_before = now() + least(power(2, least(attempts, 10)) * interval '10 seconds', interval '15 minutes')
                        where account = :account""")
                .param("problem", problem)
                .param("account", claim.account)
                .update();
    }

    List<State> states() {
        return jdbc.sql("select * from channel.template_sync order by account")
                .query((row, n) -> new State(
                        row.getString("account"),
                        Sql.instantOrNull(row, "synced_at"),
                        Sql.instantOrNull(row, "wanted_at") != null,
                        row.getString("problem")))
                .list();
    }
}
