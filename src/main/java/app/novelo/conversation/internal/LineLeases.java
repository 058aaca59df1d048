package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.ChannelError;
import app.novelo.channel.Line;
import app.novelo.channel.LineStops;
import app.novelo.channel.Lines;
import app.novelo.platform.Events;
import app.novelo.platform.Nodes;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each line has one sending node at a time, so that its rate can be kept in memory. The lease lasts 15 seconds of technical
 * time; a node that dies is followed by another after that.
 */
@Component
class LineLeases {

    /** The channel's code for a token that has expired or was revoked. */
    private static final int NO_ACCESS = 190;

    private final JdbcClient jdbc;
    private final Nodes nodes;
    private final Events events;
    private final Lines lines;
    private final LineStops stops;

    LineLeases(JdbcClient jdbc, Nodes nodes, Events events, Lines lines, LineStops stops) {
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.events = events;
        this.lines = lines;
        this.stops = stops;
    }

    /** @return lines with something to send for which this node may send now */
    List<UUID> held() {
        return jdbc.sql(
                        """
                        insert into conversation.line_lease as lease (line, node, held_until)
                        select distinct line, :node, now() + interval '15 seconds' from conversation.outgoing
                        where state = 'QUEUED' and not_before <= now() and line <> all (:stopped::uuid[])
                        on conflict (line) do update set node = :node, held_until = excluded.held_until
                        where (lease.node = :node or lease.held_until < now()) and (lease.paused_until is null or lease.paused_until < now())
                        returning line""")
                .param("node", nodes.own())
                .param(
                        "stopped",
                        stops.all().keySet().stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /**
     * The provider refuses the whole line: its queue waits, visibly, and is tried again after a while: the longer it
     * lasts the more seldom, at last every quarter of an hour. A token that counts no more is that of all lines of the
     * account. @param length at least
     */
    void pause(UUID line, ChannelError why, Duration length) {
        var all = why.code() == NO_ACCESS ? withTheSameAccount(line) : List.of(line);
        all.forEach(one -> pauseAlone(one, why, length));
    }

    /** In one order, since each is locked. */
    private List<UUID> withTheSameAccount(UUID line) {
        return lines.find(line)
                .map(own -> lines.ofAccount(own.accountId()).stream()
                        .map(Line::id)
                        .sorted()
                        .toList())
                .orElse(List.of(line));
    }

    private void pauseAlone(UUID line, ChannelError why, Duration length) {
        jdbc.sql(
                        """
                        insert into conversation.line_lease as lease (line, node, held_until, paused_until, paused_since,
                          paused_code, paused_why)
                        values (:line, :node, now(), now() + make_interval(secs => :length), now(), :code, :why)
                        on conflict (line) do update set
                          paused_until = now() + greatest(make_interval(secs => :length),
                            least(now() - coalesce(lease.paused_since, now()), interval '15 minutes')),
                          paused_since = coalesce(lease.paused_since, now()), paused_code = :code, paused_why = :why""")
                .param("line", line)
                .param("node", nodes.own())
                .param("length", (double) length.toSeconds())
                .param("code", why.code())
                .param("why", why.title())
                .update();
        events.append("line.stopped", Map.of("line", line));
    }

    /** Somebody has acted, or there is a new token. */
    void resume(UUID line) {
        withTheSameAccount(line).forEach(one -> resumed(one, null, !one.equals(line)));
    }

    /**
     * A message was accepted: the line sends again, and where its token had been refused so do all of its account. One that
     * was on its way when the line was refused proves nothing.
     *
     * @param since when it was sent, technical time
     */
    void hasSent(UUID line, Instant since) {
        if (resumed(line, since, false)) {
            withTheSameAccount(line).forEach(other -> resumed(other, since, true));
        }
    }

    /** @param before only a pause that began before; @param ofToken only one for a token that counted no more */
    private boolean resumed(UUID line, @Nullable Instant before, boolean ofToken) {
        int rows = jdbc.sql(
                        """
                        update conversation.line_lease set paused_until = null, paused_since = null, paused_code = null,
                          paused_why = null
                        where line = :line and paused_why is not null
                          and (:before::timestamptz is null or paused_since < :before)
                          and (not :ofToken or paused_code = :noAccess)""")
                .param("line", line)
                .param("before", before == null ? null : time(before), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ofToken", ofToken)
                .param("noAccess", NO_ACCESS)
                .update();
        if (rows > 0) {
            events.append("line.resumed", Map.of("line", line));
        }
        return rows > 0;
    }
}
