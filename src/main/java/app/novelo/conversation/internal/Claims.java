package app.novelo.conversation.internal;

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
    List<Claim> next(UUID line, int most) {
        return jdbc.sql(
                        """
                        select o.message, o.conversation from conversation.outgoing o
                        where o.line = ? and o.state = 'QUEUED' and o.not_before <= now() and not exists (
                          select 1 from conversation.outgoing earlier where earlier.conversation = o.conversation
                            and (earlier.state = 'SENDING' or earlier.state = 'QUEUED' and earlier.seq < o.seq))
                        order by o.seq limit ?""")
                .param(line)
                .param(most)
                .query((row, n) -> new Claim(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    record Claim(UUID message, UUID conversation) {}
}
