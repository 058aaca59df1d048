package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The free entry point: who came by an advertisement and is answered within 24 hours may be written to for 72 hours without
 * cost. It does not lengthen the service window.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/pricing">Meta, Pricing, "Free entry point conversations"</a>
 */
@Component
class FreeEntry {

    private static final Duration TO_ANSWER = Duration.ofHours(24);
    private static final Duration LENGTH = Duration.ofHours(72);

    private final JdbcClient jdbc;
    private final Clock clock;

    FreeEntry(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The channel has accepted a message of ours. The first one after the advertisement counts. */
    void answered(UUID conversation) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        update conversation.conversation c set free_entry_until = :until
                        where id = :id and (referral ->> 'clickId' is not null or referral ->> 'sourceType' = 'ad')
                          and exists (select 1 from conversation.message m
                            where m.conversation = c.id and m.direction = 'IN' and m.circumstances -> 'referral' is not null
                              and m.at >= :since and m.at > coalesce(c.free_entry_until, '-infinity'))""")
                .param("until", time(now.plus(LENGTH)))
                .param("since", time(now.minus(TO_ANSWER)))
                .param("id", conversation)
                .update();
    }
}
