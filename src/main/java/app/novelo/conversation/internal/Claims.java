package app.novelo.conversation.internal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Picks what may go next: the oldest of each conversation, and only while nothing of that conversation is on its way. */
@Component
class Claims {

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing is marked yet: whether it may be sent is decided by {@link Departures}, with the conversation locked. */
    List<Next> next(UUID line, int most) {
        return jdbc.sql(
                        """
                        select o.message, o.conversation, c.customer from conversation.outgoing o
                        join conversation.conversation c on c.id = o.conversation
                        where o.line = ? and o.state = 'QUEUED' and o.not_before <= now() and not exists (
                          select 1 from conversation.outgoing earlier where earlier.conversation = o.conversation
                            and (earlier.state = 'SENDING' or earlier.state = 'QUEUED' and earlier.seq < o.seq))
                        order by o.seq limit ?""")
                .param(line)
                .param(most)
                .query((row, n) -> new Next(
                        new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        row.getObject(3, UUID.class)))
                .list();
    }

    /** Not now; what was written after it in its conversation waits behind it. */
    void hold(Claim claim, Duration wait) {
        jdbc.sql(
                        """
                        update conversation.outgoing set not_before = now() + make_interval(secs => ?)
                        where message = ? and state = 'QUEUED'""")
                .param(wait.toMillis() / 1000.0)
                .param(claim.message)
                .update();
    }

    /** @param customer whom it goes to */
    record Next(Claim claim, UUID customer) {}

    record Claim(UUID message, UUID conversation) {}
}
