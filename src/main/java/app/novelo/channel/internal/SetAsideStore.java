package app.novelo.channel.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What could not be handled: kept, listed, and tried again when a person says so. */
@Component
class SetAsideStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    SetAsideStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(long delivery, @Nullable String lane, @Nullable UUID line, String payload, String reason) {
        jdbc.sql("insert into channel.set_aside (at, delivery, lane, line, payload, reason) values (?, ?, ?, ?, ?, ?)")
                .param(now())
                .param(delivery)
                .param(lane)
                .param(line)
                .param(payload)
                .param(reason)
                .update();
    }

    List<SetAside> open(long after, int limit) {
        return jdbc.sql(
                        "select id, at, reason, lane is not null or reason like 'unknown line%' from channel.set_aside where settled_at is null and id > ? order by id limit ?")
                .param(after)
                .param(limit)
                .query((row, n) -> new SetAside(
                        Long.toString(row.getLong(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getBoolean(4)))
                .list();
    }

    /** Puts the element back into its lane. Returns false if there is nothing that can be tried again. */
    @Transactional
    boolean retry(long id) {
        int back = jdbc.sql(
                        """
                        insert into channel.element (lane, line, delivery, payload)
                        select lane, line, delivery, payload from channel.set_aside
                        where id = ? and settled_at is null and lane is not null""")
                .param(id)
                .update();
        if (back == 0 && !splitAgain(id)) {
            return false;
        }
        jdbc.sql(
                        "update channel.lane set ready_at = now() where key = (select lane from channel.set_aside where id = ?)")
                .param(id)
                .update();
        jdbc.sql("update channel.set_aside set settled_at = ? where id = ?")
                .param(now())
                .param(id)
                .update();
        return true;
    }

    /** An element without a lane came on an unknown line: its delivery is split anew, and what is known already is not doubled. */
    private boolean splitAgain(long id) {
        return jdbc.sql(
                                """
                                insert into channel.unsplit (delivery, received_at)
                                select d.id, d.received_at from channel.delivery d
                                join channel.set_aside s on s.delivery = d.id
                                where s.id = ? and s.settled_at is null and s.reason like 'unknown line%'
                                on conflict do nothing""")
                        .param(id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** @param canRetry false for what could not even be read */
    record SetAside(String id, Instant at, String reason, boolean canRetry) {}
}
