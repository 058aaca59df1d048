package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MessageView.Who;
import app.novelo.customer.TimelineSource.Span;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Page;
import app.novelo.platform.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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

    private static final String COLUMNS =
            """
            select id, at, seq, conversation, case_number, direction, kind, text, content, circumstances, author_type, author_id, author_name,
              status, status_at, provider_id, coalesce(errors, circumstances -> 'errors') as errors, pricing, reply_to, edited_at,
              revoked_at, again_of, process_instance_id, activity_instance_id, %s as reactions,
              (select row_to_json(f) from conversation.media f where f.id = m.media) as file,
              (select o.imported from conversation.conversation o where o.id = m.conversation) as imported
            """
                    .formatted(Listed.REACTIONS);

    private static final String SELECT = COLUMNS + "from conversation.message m ";

    /** A page of each, found by its index, and of these the page of all: a past of years is not sorted for it. */
    private static final String ACROSS =
            """
            from unnest(?::uuid[]) as asked (conversation_id) cross join lateral (
              select * from conversation.message m where m.conversation = asked.conversation_id %s %s limit ?) m
            order by %s limit ?""";

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final ContentJson contents;

    MessageList(JdbcClient jdbc, ContentJson contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    /** Which end of a conversation comes first. */
    enum Order {
        OLDEST(">", "at, seq"),
        NEWEST("<", "at desc, seq desc");

        private final String sql;
        private final String by;

        Order(String beyond, String by) {
            this.sql = "and (at, seq) " + beyond + " (?, ?) order by " + by;
            this.by = by;
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

    /** @param conversations one, or one and what was said before it */
    List<MessageView> find(Collection<UUID> conversations, @Nullable String after, int limit, Order order) {
        var cursor = after == null ? order.start() : Cursor.of(after);
        return page(conversations, "and " + Listed.ALONE, order, cursor, limit).stream()
                .map(MessageView::shown)
                .toList();
    }

    /** Of several conversations of one customer. */
    List<MessageView> across(Collection<UUID> conversations, Span span) {
        var order = span.newestFirst() ? Order.NEWEST : Order.OLDEST;
        return page(conversations, "", order, new Cursor(span.at(), span.seq()), span.limit());
    }

    private List<MessageView> page(Collection<UUID> conversations, String which, Order order, Cursor from, int limit) {
        return jdbc.sql(COLUMNS + ACROSS.formatted(which, order.sql, order.by))
                .param(conversations.toArray(UUID[]::new))
                .param(Sql.time(from.at))
                .param(from.seq)
                .param(limit)
                .param(limit)
                .query((row, n) -> view(row))
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
                row.getString("activity_instance_id"),
                row.getBoolean("imported"));
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
