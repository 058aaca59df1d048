package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationState;
import app.novelo.platform.Caller;
import app.novelo.platform.Page;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations by newest message; what the caller may not see is not in the statement's answer. */
@Component
class ConversationList {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    ConversationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after what {@link #cursor} gave for the last conversation of the page before */
    record Query(
            Caller caller,
            @Nullable ConversationState state,
            @Nullable String queue,
            @Nullable String owner,
            @Nullable String after,
            int limit) {}

    List<Conversation> find(Query query) {
        var after = Cursor.of(query.after);
        return jdbc.sql(
                        ConversationRow.SELECT
                                + """
                        where (last_message_at, id) < (:at, :id)
                          and (:all or queue in (:groups) or owner = :caller or speaker_id = :caller)
                          and (:state::text is null and state <> 'RESOLVED' or state = :state)
                          and (:queue::text is null or queue = :queue)
                          and (:owner::text is null or owner = :owner)
                        order by last_message_at desc, id desc limit :limit""")
                .param("at", time(after.at))
                .param("id", after.id)
                .param("all", query.caller.isManager())
                .param("groups", query.caller.groups().isEmpty() ? List.of("") : query.caller.groups())
                .param("caller", query.caller.id())
                .param("state", query.state == null ? null : query.state.name(), Types.VARCHAR)
                .param("queue", query.queue, Types.VARCHAR)
                .param("owner", query.owner, Types.VARCHAR)
                .param("limit", query.limit)
                .query(ConversationRow.MAPPER)
                .list();
    }

    static String cursor(Conversation conversation) {
        return conversation.lastMessageAt() + "_" + conversation.id();
    }

    private record Cursor(Instant at, UUID id) {

        static Cursor of(@Nullable String text) {
            if (text == null) {
                return new Cursor(END, new UUID(-1, -1));
            }
            try {
                int middle = text.indexOf('_');
                return new Cursor(
                        Page.cursorTime(text.substring(0, middle)), UUID.fromString(text.substring(middle + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw Page.notOurs();
            }
        }
    }
}
