package app.novelo.desk.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code desk.presence}. A heartbeat keeps alive what somebody has chosen; it chooses nothing for him. */
@Component
class PresenceRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    PresenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Seen> all() {
        return jdbc
                .sql(
                        """
                        select agent, chosen, reason, since, last_given_at,
                          lost or heartbeat_at < now() - interval '2 minutes' as lost from desk.presence""")
                .query((row, n) -> new Seen(
                        row.getString("agent"),
                        Status.valueOf(row.getString("chosen")),
                        row.getString("reason"),
                        row.getBoolean("lost"),
                        Sql.instant(row, "since"),
                        Sql.instantOrNull(row, "last_given_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Seen::agent, seen -> seen));
    }

    void choose(String agent, Status status, @Nullable String reason) {
        jdbc.sql(
                        """
                        insert into desk.presence as p (agent, chosen, reason, since) values (:agent, :status, :reason, :now)
                        on conflict (agent) do update set reason = excluded.reason, lost = false, heartbeat_at = now(),
                          since = case when p.chosen = excluded.chosen and not p.lost then p.since else excluded.since end,
                          chosen = excluded.chosen""")
                .param("agent", agent)
                .param("status", status.name())
                .param("reason", reason, Types.VARCHAR)
                .param("now", time(clock.instant()))
                .update();
    }

    /** @return whether he was lost and is back */
    boolean beats(String agent) {
        int back = jdbc.sql(
                        """
                        update desk.presence set lost = false, heartbeat_at = now(), since = :now
                        where agent = :agent and lost""")
                .param("now", time(clock.instant()))
                .param("agent", agent)
                .update();
        if (back == 0) {
            jdbc.sql("update desk.presence set heartbeat_at = now() where agent = ?")
                    .param(agent)
                    .update();
        }
        return back > 0;
    }

    /** Two minutes are four missed heartbeats: a page that is loaded anew, or a short gap in the network, is no absence. */
    List<String> loseTheSilent() {
        return jdbc.sql(
                        """
                        update desk.presence set lost = true, since = :now
                        where not lost and chosen in ('ONLINE', 'BUSY') and heartbeat_at < now() - interval '2 minutes'
                        returning agent""")
                .param("now", time(clock.instant()))
                .query(String.class)
                .list();
    }

    void given(Collection<String> agents) {
        if (!agents.isEmpty()) {
            jdbc.sql("update desk.presence set last_given_at = clock_timestamp() where agent in (:agents)")
                    .param("agents", agents)
                    .update();
        }
    }
}
