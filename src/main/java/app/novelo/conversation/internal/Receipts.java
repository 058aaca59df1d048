package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.ReadReceipts;
import app.novelo.platform.NotFound;
import app.novelo.platform.Sql;
import app.novelo.platform.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes on the conversation how far it was read, and queues the receipt. */
@Component
class Receipts implements ReadReceipts {

    static final String RECEIPTS = "receipts";

    /** WhatsApp marks nothing older. */
    static final Duration OLDEST = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TypingSigns typing;
    private final Wakeups wakeups;
    private final Clock clock;

    Receipts(JdbcClient jdbc, TypingSigns typing, Wakeups wakeups, Clock clock) {
        this.jdbc = jdbc;
        this.typing = typing;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void readUpTo(UUID conversation, UUID message) {
        var exists = jdbc.sql("select exists (select 1 from conversation.message where id = ? and conversation = ?)")
                .param(message)
                .param(conversation)
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw new NotFound("message " + message);
        }
        newest(conversation, message).ifPresent(newest -> note(conversation, newest));
    }

    @Override
    @Transactional
    public void typing(UUID conversation) {
        last(conversation).ifPresent(message -> {
            newest(conversation, message).ifPresent(newest -> {
                note(conversation, newest);
                typing.show(conversation, newest.providerId);
            });
        });
    }

    private Optional<UUID> last(UUID conversation) {
        return jdbc.sql("select id from conversation.message where conversation = ? order by at desc, seq desc limit 1")
                .param(conversation)
                .query(UUID.class)
                .optional();
    }

    /** The customer's newest message up to there. Reactions and calls are no messages that show a tick. */
    private Optional<Inbound> newest(UUID conversation, UUID upTo) {
        return jdbc.sql(
                        """
                        select m.provider_id, m.at, m.seq from conversation.message m
                        join conversation.message last on last.id = :last and (m.at, m.seq) <= (last.at, last.seq)
                        where m.conversation = :conversation and m.direction = 'IN' and m.provider_id is not null
                          and m.kind not in ('reaction', 'system', 'call') and m.at > :oldest
                        order by m.at desc, m.seq desc limit 1""")
                .param("last", upTo)
                .param("conversation", conversation)
                .param("oldest", time(clock.instant().minus(OLDEST)))
                .query((row, n) -> new Inbound(row.getString(1), Sql.instant(row, "at"), row.getLong(3)))
                .optional();
    }

    private void note(UUID conversation, Inbound message) {
        var isNews = jdbc.sql(
                                """
                                update conversation.conversation set read_at = :at, read_seq = :seq
                                where id = :id and (read_at is null or (read_at, read_seq) < (:at, :seq))""")
                        .param("at", time(message.at))
                        .param("seq", message.seq)
                        .param("id", conversation)
                        .update()
                == 1;
        if (isNews) {
            queue(conversation, message);
            wakeups.signal(RECEIPTS);
        }
    }

    private void queue(UUID conversation, Inbound message) {
        jdbc.sql(
                        """
                        insert into conversation.receipt (conversation, line, provider_id, said_at)
                        select id, line, :provider, :at from conversation.conversation where id = :id
                        on conflict (conversation) do update set provider_id = excluded.provider_id,
                          said_at = excluded.said_at, not_before = now(), attempts = 0""")
                .param("provider", message.providerId)
                .param("at", time(message.at))
                .param("id", conversation)
                .update();
    }

    private record Inbound(String providerId, Instant at, long seq) {}
}
