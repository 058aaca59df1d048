package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.ChannelError;
import app.novelo.platform.Events;
import app.novelo.platform.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each line has one sending node at a time, so that its rate can be kept in memory. The lease lasts 15 seconds of technical
 * time; a node that dies is followed by another after that.
 */
@Component
class LineLeases {

    private static final String RESUME =
            """
            update conversation.line_lease set paused_until = null, paused_since = null, paused_code = null, paused_why = null
            """;

    private final JdbcClient jdbc;
    private final Nodes nodes;
    private final Events events;

    LineLeases(JdbcClient jdbc, Nodes nodes, Events events) {
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.events = events;
    }

    /** @return lines with something to send for which this node may send now */
    List<UUID> held() {
        return jdbc.sql(
                        """
                        insert into conversation.line_lease as lease (line, node, held_until)
                        select distinct line, :node, now() + interval '15 seconds' from conversation.outgoing
                        where state = 'QUEUED' and not_before <= now()
                        on conflict (line) do update set node = :node, held_until = excluded.held_until
                        where (lease.node = :node or lease.held_until < now()) and (lease.paused_until is null or lease.paused_until < now())
                        returning line""")
                .param("node", nodes.own())
                .query(UUID.class)
                .list();
    }

    /**
     * The provider refuses the whole line: its queue waits, visibly, and is tried again after a while: the longer it
     * lasts the more seldom, at last every quarter of an hour. @param length at least
     */
    void pause(UUID line, ChannelError why, Duration length) {
        jdbc.sql(
                        """
                        update conversation.line_lease set paused_until = now() + greatest(make_interval(secs => ?),
                            least(now() - coalesce(paused_since, now()), interval '15 minutes')),
                          paused_since = coalesce(paused_since, now()), paused_code = ?, paused_why = ? where line = ?""")
                .param((double) length.toSeconds())
                .param(why.code())
                .param(why.title())
                .param(line)
                .update();
        events.append("line.stopped", Map.of("line", line));
    }

    /** A manager has acted. */
    void resume(UUID line) {
        resumed(
                line,
                jdbc.sql(RESUME + "where line = ? and paused_why is not null")
                        .param(line)
                        .update());
    }

    /**
     * A message was accepted: the line sends again. One that was on its way when the line was refused proves nothing.
     *
     * @param since when it was sent, technical time
     */
    void hasSent(UUID line, Instant since) {
        resumed(
                line,
                jdbc.sql(RESUME + "where line = ? and paused_since < ?")
                        .param(line)
                        .param(time(since))
                        .update());
    }

    private void resumed(UUID line, int rows) {
        if (rows > 0) {
            events.append("line.resumed", Map.of("line", line));
        }
    }
}
