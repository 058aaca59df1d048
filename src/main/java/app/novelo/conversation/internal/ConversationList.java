package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationState;
import app.novelo.platform.Caller;
import app.novelo.platform.Cursor;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations by newest message; what the caller may not see is not in the statement's answer. */
@Component
class ConversationList {

    private final JdbcClient jdbc;

    ConversationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param customer set: all of his, resolved ones too
     * @param after what {@link #cursor} gave for the last conversation of the page before
     */
    record Query(
            Caller caller,
            @Nullable ConversationState state,
            @Nullable String queue,
            @Nullable String owner,
            @Nullable UUID customer,
            @Nullable String after,
            int limit) {}

    List<Conversation> find(Query query) {
        var after = Cursor.of(query.after, Cursor.NEWEST);
        return jdbc.sql(
                        ConversationRow.SELECT
                                + "where" + VisibleRows.CONDITION
                                + """
                          and not imported and (last_message_at, id) < (:at, :id)
                          and (:customer::uuid is null or customer = :customer)
                          and (:state::text is null and (:customer::uuid is not null or state <> 'RESOLVED')
                            or state = :state)
                          and (:queue::text is null or queue = :queue)
                          and (:owner::text is null or owner = :owner)
                        order by last_message_at desc, id desc limit :limit""")
                .param("at", time(after.at()))
                .param("id", after.id())
                .params(VisibleRows.parameters(query.caller))
                .param("state", query.state == null ? null : query.state.name(), Types.VARCHAR)
                .param("queue", query.queue, Types.VARCHAR)
                .param("owner", query.owner, Types.VARCHAR)
                .param("customer", query.customer, Types.OTHER)
                .param("limit", query.limit)
                .query(ConversationRow.MAPPER)
                .list();
    }

    static String cursor(Conversation conversation) {
        return new Cursor(conversation.lastMessageAt(), conversation.id()).text();
    }
}
