package app.novelo.conversation.internal;

import app.novelo.conversation.Author;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the send queue, with all that decides whether it may go. */
@Component
class QueuedMessages {

    private final JdbcClient jdbc;
    private final ContentJson contents;

    QueuedMessages(JdbcClient jdbc, ContentJson contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    Optional<QueuedMessage> find(UUID message) {
        return jdbc.sql(
                        """
                        select o.message, o.at, o.conversation, o.external_task, o.notice, o.advertises, m.kind, m.text, m.content, m.media, m.reply_to,
                          m.author_type, m.author_id
                        from conversation.outgoing o join conversation.message m on m.id = o.message and m.at = o.at
                        where o.message = ? and o.state = 'QUEUED'""")
                .param(message)
                .query((row, n) -> message(row))
                .optional();
    }

    private QueuedMessage message(ResultSet row) throws SQLException {
        return new QueuedMessage(
                row.getObject("message", UUID.class),
                Sql.instant(row, "at"),
                row.getObject("conversation", UUID.class),
                row.getString("external_task"),
                row.getBoolean("notice"),
                row.getBoolean("advertises"),
                row.getString("kind"),
                row.getString("text"),
                contents.sendable(row.getString("content")),
                row.getObject("media", UUID.class),
                row.getString("reply_to"),
                Author.Type.valueOf(row.getString("author_type")),
                row.getString("author_id"));
    }
}
