package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.MediaReference;
import app.novelo.conversation.internal.MediaOutcome.FileFacts;
import app.novelo.platform.Events;
import app.novelo.platform.Nodes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that wait to be fetched, shared by the nodes: a lease on each says who is at it, and whoever has lost his lease
 * writes nothing down.
 */
@Component
class MediaQueue {

    private final JdbcClient jdbc;
    private final Nodes nodes;
    private final Events events;
    private final Clock clock;
    private final MediaSettings settings;

    MediaQueue(JdbcClient jdbc, Nodes nodes, Events events, Clock clock, MediaSettings settings) {
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    @Transactional
    public List<Waiting> claim(int most) {
        var dead = new ArrayList<>(nodes.dead());
        dead.add(""); // a list in SQL is never empty
        return jdbc.sql(
                        """
                        update conversation.media set node = :node, leased_until = now() + make_interval(secs => :lease),
                          attempts = attempts + 1
                        where id in (
                          select id from conversation.media where state = 'WAITING' and next_try <= now()
                            and (leased_until is null or leased_until < now() or node in (:dead))
                          order by next_try limit :most for update skip locked)
                        returning *""")
                .param("node", nodes.own())
                .param("lease", settings.lease().toSeconds())
                .param("dead", dead)
                .param("most", most)
                .query((row, n) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var reference = new MediaReference(
                row.getString("provider_id"),
                row.getString("url"),
                row.getString("claimed_type"),
                row.getString("claimed_sha256"),
                row.getString("filename"),
                row.getBoolean("voice"),
                row.getBoolean("animated"));
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("line", UUID.class),
                reference,
                row.getString("filename"),
                row.getInt("attempts"));
    }

    /** @return false if another node has taken the file over */
    boolean renew(UUID media) {
        return jdbc.sql(
                                """
                                update conversation.media set leased_until = now() + make_interval(secs => ?)
                                where id = ? and node = ? and state = 'WAITING'""")
                        .param(settings.lease().toSeconds())
                        .param(media)
                        .param(nodes.own())
                        .update()
                == 1;
    }

    @Transactional
    public void settle(Waiting file, MediaOutcome outcome) {
        if (outcome instanceof MediaOutcome.Ready ready) {
            ready(file.id(), ready.facts());
        } else if (outcome instanceof MediaOutcome.Later later) {
            later(file, later.problem());
        } else if (outcome instanceof MediaOutcome.Failed failed) {
            end(file.id(), "FAILED", failed.problem());
        } else if (outcome instanceof MediaOutcome.Refused refused) {
            end(file.id(), "REFUSED", refused.problem());
        }
    }

    private void ready(UUID media, FileFacts facts) {
        jdbc.sql(
                        """
                        update conversation.media set state = 'READY', problem = null, url = null, mime_type = ?, size = ?,
                          sha256 = ?, width = ?, height = ?, seconds = ?, thumbnail = ?, node = null, leased_until = null
                        where id = ? and node = ? and state = 'WAITING' returning conversation, message""")
                .param(facts.mimeType())
                .param(facts.size())
                .param(facts.sha256())
                .param(facts.width())
                .param(facts.height())
                .param(facts.seconds())
                .param(facts.thumbnail())
                .param(media)
                .param(nodes.own())
                .query((row, n) -> tell(row))
                .list();
    }

    /** After the channel's own time the last attempt was this one. */
    private void later(Waiting file, MediaProblem problem) {
        var waits = jdbc.sql(
                        """
                        update conversation.media set problem = :problem, node = null, leased_until = null,
                          next_try = now() + make_interval(secs => :pause)
                        where id = :id and node = :node and state = 'WAITING' and expires_at > :now
                        returning conversation, message""")
                .param("problem", problem.word())
                .param("pause", pause(file.attempts()))
                .param("id", file.id())
                .param("node", nodes.own())
                .param("now", time(clock.instant()))
                .query((row, n) -> file.attempts() == 1 ? tell(row) : "")
                .optional();
        if (waits.isEmpty()) {
            end(file.id(), "FAILED", MediaProblem.EXPIRED);
        }
    }

    /** @return seconds: 2, 4, 8 … */
    private long pause(int attempts) {
        return Math.min(settings.longestPause().toSeconds(), 1L << Math.min(attempts, 30));
    }

    private void end(UUID media, String state, MediaProblem problem) {
        jdbc.sql(
                        """
                        update conversation.media set state = ?, problem = ?, node = null, leased_until = null
                        where id = ? and node = ? and state = 'WAITING' returning conversation, message""")
                .param(state)
                .param(problem.word())
                .param(media)
                .param(nodes.own())
                .query((row, n) -> tell(row))
                .list();
    }

    private String tell(ResultSet row) throws SQLException {
        var message = row.getString("message");
        events.append("message.media", Map.of("conversation", row.getString("conversation"), "message", message));
        return message;
    }

    /** A person wants another attempt. What is too large would be so again. */
    void again(UUID media) {
        jdbc.sql(
                        """
                        update conversation.media set state = 'WAITING', problem = null, attempts = 0, next_try = now()
                        where id = ? and state <> 'READY' and provider_id is not null and problem is distinct from ?""")
                .param(media)
                .param(MediaProblem.TOO_LARGE.word())
                .update();
    }

    /** A file that this node has taken. @param attempts this one included */
    record Waiting(UUID id, UUID line, MediaReference reference, String filename, int attempts) {}
}
