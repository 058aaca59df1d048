package app.novelo.conversation.internal;

import app.novelo.conversation.Undriven;
import app.novelo.platform.Sql;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredUndriven implements Undriven {

    private final JdbcClient jdbc;

    StoredUndriven(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever stores drives at once; the poll follows only where he died, and must not meet him in the middle. */
    void mark(UUID conversation) {
        jdbc.sql(
                        """
                        insert into conversation.undriven (conversation, since, latest, drive_at)
                        values (?, now(), now(), now() + interval '2 seconds')
                        on conflict (conversation) do update set latest = now(), drive_at = excluded.drive_at""")
                .param(conversation)
                .update();
    }

    @Override
    public List<UUID> due(int limit) {
        return jdbc.sql(
                        "select conversation from conversation.undriven where drive_at <= now() order by drive_at limit ?")
                .param(limit)
                .query(UUID.class)
                .list();
    }

    @Override
    public Waiting waiting(UUID conversation) {
        return jdbc.sql(
                        "select extract(epoch from now() - latest), extract(epoch from now() - since) from conversation.undriven where conversation = ?")
                .param(conversation)
                .query((row, n) -> new Waiting(seconds(row.getDouble(1)), seconds(row.getDouble(2))))
                .optional()
                .orElse(new Waiting(Duration.ZERO, Duration.ZERO));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    @Override
    public void postpone(UUID conversation, Duration delay) {
        jdbc.sql("update conversation.undriven set drive_at = now() + make_interval(secs => ?) where conversation = ?")
                .param(delay.toMillis() / 1000.0)
                .param(conversation)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int failed(UUID conversation, Duration delay) {
        return jdbc.sql(
                        """
                        update conversation.undriven set attempts = attempts + 1,
                          drive_at = now() + make_interval(secs => ?) where conversation = ? returning attempts""")
                .param(delay.toMillis() / 1000.0)
                .param(conversation)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * The row is locked by a statement of its own: whoever is storing a message holds it to his commit, and a delete that
     * merely waited for him would still look for messages as of before.
     */
    @Override
    public boolean settle(UUID conversation) {
        jdbc.sql("select 1 from conversation.undriven where conversation = ? for update")
                .param(conversation)
                .query(Integer.class)
                .optional();
        int settled = jdbc.sql(
                        """
                        delete from conversation.undriven u where conversation = ? and not exists (
                          select 1 from conversation.message m where m.conversation = u.conversation and m.unhandled)""")
                .param(conversation)
                .update();
        return settled > 0;
    }

    @Override
    public List<Stuck> stuck(int attempts) {
        return jdbc.sql(
                        "select conversation, attempts, since from conversation.undriven where attempts >= ? order by since limit 200")
                .param(attempts)
                .query((row, n) -> new Stuck(row.getObject(1, UUID.class), row.getInt(2), Sql.instant(row, "since")))
                .list();
    }
}
