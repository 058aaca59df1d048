package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MessageView.Who;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages of a conversation, oldest first. */
@Component
class MessageList {

    private static final String SELECT =
            """
            select id, at, seq, conversation, case_number, direction, kind, text, content, circumstances, author_type, author_id, author_name,
              status, status_at, provider_id, coalesce(errors, circumstances -> 'errors') as errors, pricing, reply_to, edited_at,
              revoked_at, again_of, process_instance_id, activity_instance_id, %s as reactions,
              (select row_to_json(f) from conversation.media f where f.id = m.media) as file
            from conversation.message m
            """
                    .formatted(Listed.REACTIONS);

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final ContentJson contents;

    MessageList(JdbcClient jdbc, ContentJson contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** Which end of a conversation comes first. */
    enum Order {
        OLDEST("and (at, seq) > (?, ?) order by at, seq"),
        NEWEST("and (at, seq) < (?, ?) order by at desc, seq desc");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        static Order of(String name) {
            return switch (name) {
                case "oldest" -> OLDEST;
                case "newest" -> NEWEST;
                default -> throw new BadRequest("order", "oldest or newest");
            };
        }

        private Cursor start() {
            return this == OLDEST ? new Cursor(Instant.EPOCH, 0) : new Cursor(END_OF_TIME, Long.MAX_VALUE);
        }
    }

    List<MessageView> find(UUID conversation, @Nullable String after, int limit, Order order) {
        var cursor = after == null ? order.start() : Cursor.of(after);
        return jdbc.sql(SELECT + "where conversation = ? and " + Listed.ALONE + order.sql + " limit ?")
                .param(conversation)
                .param(Sql.time(cursor.at))
                .param(cursor.seq)
                .param(limit)
                .query((row, n) -> view(row).shown())
                .list();
    }

    Optional<MessageView> one(UUID conversation, UUID id) {
        return whole(conversation, id).map(MessageView::shown);
    }

    /** With what its customer has taken back: for audit only. */
    Optional<MessageView> whole(UUID conversation, UUID id) {
        return jdbc.sql(SELECT + "where conversation = ? and id = ?")
                .param(conversation)
                .param(id)
                .query((row, n) -> view(row))
                .optional();
    }

    static String cursor(MessageView message) {
        return message.at() + "_" + message.seq();
    }

    private MessageView view(ResultSet row) throws SQLException {
        return new MessageView(
                row.getString("id"),
                row.getLong("seq"),
                row.getString("conversation"),
                row.getString("case_number"),
                row.getString("direction"),
                row.getString("kind"),
                row.getString("text"),
                contents.tree(row.getString("content")),
                contents.tree(row.getString("circumstances")),
                MediaView.of(contents.tree(row.getString("file"))),
                new Who(row.getString("author_type"), row.getString("author_id"), row.getString("author_name")),
                Sql.instant(row, "at"),
                row.getString("status"),
                Sql.instantOrNull(row, "status_at"),
                row.getString("provider_id"),
                list(row.getString("errors")),
                contents.tree(row.getString("pricing")),
                row.getString("reply_to"),
                list(row.getString("reactions")),
                Sql.instantOrNull(row, "edited_at"),
                Sql.instantOrNull(row, "revoked_at"),
                row.getString("again_of"),
                row.getString("process_instance_id"),
                row.getString("activity_instance_id"));
    }

    private List<JsonNode> list(@Nullable String errors) {
        var tree = contents.tree(errors);
        return tree == null
                ? List.of()
                : StreamSupport.stream(tree.spliterator(), false).toList();
    }

    private record Cursor(Instant at, long seq) {

        static Cursor of(String text) {
            try {
                int middle = text.indexOf('_');
                return new Cursor(
                        Page.cursorTime(text.substring(0, middle)), Long.parseLong(text.substring(middle + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw Page.notOurs();
            }
        }
    }
}
