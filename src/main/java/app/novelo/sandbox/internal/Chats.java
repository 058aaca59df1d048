package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.ChatMessage.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the chats of all phones. */
@SandboxOnly
@Repository
class Chats {

    private static final int MOST = 1_000;
    private static final String COLUMNS =
            "id, line, phone, direction, type, body, status, error, addressed, callback, pricing, at";

    private final JdbcClient jdbc;
    private final MetaJson json;

    Chats(JdbcClient jdbc, MetaJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ChatMessage message) {
        add(message, false);
    }

    /** Adds what was written before the number came to the Cloud API. */
    void addHistory(ChatMessage message) {
        add(message, true);
    }

    private void add(ChatMessage message, boolean history) {
        jdbc.sql("insert into sandbox.message (%s, history) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        .formatted(COLUMNS))
                .param(message.id())
                .param(message.line())
                .param(message.phone().value())
                .param(message.direction().name())
                .param(message.type())
                .param(json.text(message.body()))
                .param(message.status().word())
                .param(message.error())
                .param(message.addressed())
                .param(message.callback())
                .param(message.pricing() == null ? null : json.text(message.pricing()))
                .param(OffsetDateTime.ofInstant(message.at(), ZoneOffset.UTC))
                .param(history)
                .update();
    }

    /** @param line null = chats with all lines together. @return the newest thousand messages, oldest first */
    List<ChatMessage> of(Digits phone, @Nullable Line line) {
        return jdbc.sql(
                        """
                        select * from (select %s, position from sandbox.message where phone = ? and line = coalesce(cast(? as text), line)
                          order by at desc, position desc limit ?) newest order by at, position"""
                                .formatted(COLUMNS))
                .param(phone.value())
                .param(line == null ? null : line.id())
                .param(MOST)
                .query((row, n) -> message(row))
                .list();
    }

    /** @return by phone, the newest message that arrived and is no reaction */
    Map<Digits, ChatMessage> lastOfEach() {
        return jdbc
                .sql(
                        """
                        select distinct on (phone) %s from sandbox.message
                        where status <> 'failed' and type <> 'reaction' order by phone, at desc, position desc"""
                                .formatted(COLUMNS))
                .query((row, n) -> message(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ChatMessage::phone, message -> message));
    }

    /** @param count how many messages of the company wait for the customer's eyes */
    record Unread(String phone, String line, int count) {}

    List<Unread> unread() {
        return jdbc.sql(
                        """
                        select phone, line, count(*) as count from sandbox.message
                        where direction = 'OUT' and status = 'delivered' group by phone, line""")
                .query(Unread.class)
                .list();
    }

    Optional<ChatMessage> find(String id) {
        return jdbc.sql("select %s from sandbox.message where id = ?".formatted(COLUMNS))
                .param(id)
                .query((row, n) -> message(row))
                .optional();
    }

    /** Reactions, unsupported and system messages are not counted: what Meta does with them is not documented. */
    Optional<Instant> lastFromCustomer(String line, Digits phone) {
        return jdbc.sql(
                        """
                        select at from sandbox.message where line = ? and phone = ? and direction = 'IN' and not history and
                          type not in ('reaction', 'unsupported', 'system', 'edit', 'revoke') order by position desc limit 1""")
                .param(line)
                .param(phone.value())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** A status only moves forward. @return the messages that moved */
    List<ChatMessage> delivered(Collection<String> ids) {
        return jdbc.sql(
                        """
                        update sandbox.message set status = 'delivered'
                        where id in (:ids) and direction = 'IN' and status = 'sent' returning %s"""
                                .formatted(COLUMNS))
                .param("ids", ids)
                .query((row, n) -> message(row))
                .list();
    }

    /** Marks {@code last} and everything before it in the same chat and direction. @return the messages that moved */
    List<ChatMessage> readUpTo(ChatMessage last) {
        return jdbc.sql(
                        """
                        update sandbox.message set status = 'read'
                        where phone = :phone and line = :line and direction = :direction and status in ('sent', 'delivered')
                          and type <> 'reaction'
                          and position <= (select position from sandbox.message where id = :id) returning %s"""
                                .formatted(COLUMNS))
                .param("phone", last.phone().value())
                .param("line", last.line())
                .param("direction", last.direction().name())
                .param("id", last.id())
                .query((row, n) -> message(row))
                .list();
    }

    /** @return whether it had not been listened to before */
    boolean played(String id) {
        return jdbc.sql("update sandbox.message set status = 'played' where id = ? and status in ('delivered', 'read')")
                        .param(id)
                        .update()
                > 0;
    }

    /** The owner has a new number and keeps his chats. */
    void move(Digits from, Digits to) {
        jdbc.sql("update sandbox.message set phone = ? where phone = ?")
                .params(to.value(), from.value())
                .update();
    }

    private ChatMessage message(ResultSet row) throws SQLException {
        var pricing = row.getString("pricing");
        return new ChatMessage(
                row.getString("id"),
                row.getString("line"),
                new Digits(row.getString("phone")),
                Direction.valueOf(row.getString("direction")),
                row.getString("type"),
                json.object(row.getString("body")),
                Status.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)),
                row.getObject("error", Integer.class),
                row.getString("addressed"),
                row.getString("callback"),
                pricing == null ? null : json.object(pricing),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
