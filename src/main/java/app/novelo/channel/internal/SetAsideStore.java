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

    /** Reason of what came for a line that is not ours (yet); its id follows. */
    static final String UNKNOWN_LINE = "unknown line ";

    /** Characters of a payload in the list. */
    private static final int SHOWN = 4_000;

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
                        """
                        select id, at, reason, left(payload, ?) as text,
                          lane is not null or exists (select 1 from channel.delivery d where d.id = s.delivery) as kept
                        from channel.set_aside s where settled_at is null and id > ? order by id limit ?""")
                .param(SHOWN)
                .param(after)
                .param(limit)
                .query((row, n) -> new SetAside(
                        Long.toString(row.getLong("id")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getString("text"),
                        row.getBoolean("kept")))
                .list();
    }

    /** Tries the element again. Returns false if there is nothing that can be tried. */
    @Transactional
    boolean retry(long id) {
        return backIntoLane(id) || splitAgain(id);
    }

    /** What came for a line before it was known; its deliveries are read again, each once. */
    void retryUnknownLine(String providerId) {
        jdbc.sql(
                        "select min(id) from channel.set_aside where settled_at is null and lane is null and reason = ? group by delivery")
                .param(UNKNOWN_LINE + providerId)
                .query(Long.class)
                .list()
                .forEach(this::splitAgain);
    }

    /** @return false if it is settled already, or there is none */
    boolean dismiss(long id) {
        return jdbc.sql("update channel.set_aside set settled_at = ? where id = ? and settled_at is null")
                        .param(now())
                        .param(id)
                        .update()
                == 1;
    }

    private boolean backIntoLane(long id) {
        int back = jdbc.sql(
                        """
                        with settled as (
                          update channel.set_aside set settled_at = ?
                          where id = ? and settled_at is null and lane is not null
                          returning lane, line, delivery, payload),
                        woken as (
                          update channel.lane set ready_at = now() where key in (select lane from settled))
                        insert into channel.element (lane, line, delivery, payload)
                        select lane, line, delivery, payload from settled""")
                .param(now())
                .param(id)
                .update();
        return back == 1;
    }

    /**
     * What never came into a lane is read again from its delivery, all of it: messages are known by their ids, statuses
     * move forward only, and what was noted or set aside of it is so anew.
     */
    private boolean splitAgain(long id) {
        var delivery = jdbc.sql(
                        """
                        with again as (
                          insert into channel.unsplit (delivery, received_at)
                          select d.id, d.received_at from channel.delivery d join channel.set_aside s on s.delivery = d.id
                          where s.id = ? and s.settled_at is null and s.lane is null
                          on conflict (delivery) do update set received_at = excluded.received_at
                          returning delivery),
                        noted as (delete from channel.notice where delivery in (select delivery from again))
                        select delivery from again""")
                .param(id)
                .query(Long.class)
                .optional();
        delivery.ifPresent(this::settle);
        return delivery.isPresent();
    }

    private void settle(long delivery) {
        jdbc.sql(
                        "update channel.set_aside set settled_at = ? where delivery = ? and settled_at is null and lane is null")
                .param(now())
                .param(delivery)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * @param payload the beginning of what came; empty where a whole delivery could not be split
     * @param canRetry false once its delivery is no longer kept
     */
    record SetAside(String id, Instant at, String reason, @Nullable String payload, boolean canRetry) {}
}
