package app.novelo.conversation.internal;

import app.novelo.conversation.Author;
import app.novelo.conversation.CannotRepeat;
import app.novelo.conversation.MessageStatus;
import app.novelo.platform.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says once more what did not go out. The failed message stays as it is; the new one names it. */
@Component
class Repetition {

    private static final Set<MessageStatus> REPEATABLE = EnumSet.of(MessageStatus.FAILED, MessageStatus.CANCELLED);

    private final JdbcClient jdbc;
    private final ContentJson contents;

    Repetition(JdbcClient jdbc, ContentJson contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** @throws CannotRepeat unless it failed or was cancelled, and was sent from here */
    Said of(UUID conversation, UUID message) {
        var found = jdbc.sql(
                        """
                        select kind, text, content, media, reply_to, status, author_id from conversation.message
                        where id = ? and conversation = ? and direction = 'OUT'""")
                .param(message)
                .param(conversation)
                .query((row, n) -> found(row))
                .optional()
                .orElseThrow(() -> new NotFound("message " + message));
        if (found.said == null) {
            throw new CannotRepeat(found.status.name());
        }
        return found.said;
    }

    private Found found(ResultSet row) throws SQLException {
        var status = MessageStatus.valueOf(row.getString("status"));
        boolean repeatable = REPEATABLE.contains(status) && !Author.PHONE.equals(row.getString("author_id"));
        return new Found(repeatable ? said(row) : null, status);
    }

    private Said said(ResultSet row) throws SQLException {
        var content = contents.sendable(row.getString("content"));
        return new Said(
                row.getString("kind"),
                ReadableText.words(content, row.getString("text")),
                content,
                row.getObject("media", UUID.class),
                row.getString("reply_to"));
    }

    void note(UUID message, UUID failed) {
        jdbc.sql("update conversation.message set again_of = ? where id = ?")
                .param(failed)
                .param(message)
                .update();
    }

    /** @param said null for what is not sent again */
    private record Found(@Nullable Said said, MessageStatus status) {}
}
