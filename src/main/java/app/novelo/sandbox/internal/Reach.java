package app.novelo.sandbox.internal;

import static app.novelo.platform.Sql.time;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many customers an account writes to first: the messaging limit counts each once in 24 hours.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/messaging-limits">Meta, Messaging limits</a>
 */
@SandboxOnly
@Repository("sandboxReach")
class Reach {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Map<String, Integer> LIMITS =
            Map.of("TIER_50", 50, "TIER_250", 250, "TIER_2K", 2_000, "TIER_10K", 10_000, "TIER_100K", 100_000);

    private final JdbcClient jdbc;
    private final Clock clock;

    Reach(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static int limit(Account account) {
        return LIMITS.getOrDefault(account.messagingLimit(), Integer.MAX_VALUE);
    }

    /** @return whether this customer would be one too many */
    boolean isExhausted(Account account, Digits phone) {
        var others = jdbc.sql("select count(*) from sandbox.reach where account = ? and phone <> ? and at > ?")
                .param(account.id())
                .param(phone.value())
                .param(time(clock.instant().minus(DAY)))
                .query(Integer.class)
                .single();
        return others + account.reached() >= limit(account) && !reached(account, phone);
    }

    private boolean reached(Account account, Digits phone) {
        return jdbc.sql("select exists (select 1 from sandbox.reach where account = ? and phone = ? and at > ?)")
                .param(account.id())
                .param(phone.value())
                .param(time(clock.instant().minus(DAY)))
                .query(Boolean.class)
                .single();
    }

    void add(Account account, Digits phone) {
        jdbc.sql(
                        """
                        insert into sandbox.reach (account, phone, at) values (?, ?, ?)
                        on conflict (account, phone) do update set at = excluded.at""")
                .param(account.id())
                .param(phone.value())
                .param(time(clock.instant()))
                .update();
    }
}
