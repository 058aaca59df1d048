package app.novelo.conversation.internal;

import app.novelo.customer.CustomerMergeObserver;
import app.novelo.platform.Events;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The conversations of two customers who are one. None is closed or joined: each may have its process, tasks and clocks.
 * Where both had an open one on a line, the most recently active goes on as the customer's and the other stands beside it.
 */
@Component
@Order(MergedConversations.BEFORE_THEIR_CASES)
class MergedConversations implements CustomerMergeObserver {

    static final int BEFORE_THEIR_CASES = 0;

    private static final String OPEN = " customer in (:from, :into) and state <> 'RESOLVED' ";

    private final JdbcClient jdbc;
    private final ServiceWindows windows;
    private final Events events;

    MergedConversations(JdbcClient jdbc, ServiceWindows windows, Events events) {
        this.jdbc = jdbc;
        this.windows = windows;
        this.events = events;
    }

    @Override
    public void merging(UUID from, UUID into) {
        run("select 1 from conversation.conversation where" + OPEN + "order by id for update", from, into);
        beside(true, from, into);
        beside(false, from, into); // afterwards: at no moment are there two
        windows.merge(from, into);
        var moved = jdbc.sql(
                        "update conversation.conversation set customer = ? where customer = ? returning case when state <> 'RESOLVED' then id end")
                .param(into)
                .param(from)
                .query(UUID.class)
                .list();
        moved.stream()
                .filter(id -> id != null)
                .forEach(id -> events.append("conversation.customer-changed", Map.of("conversation", id.toString())));
    }

    private void beside(boolean value, UUID from, UUID into) {
        run(
                "update conversation.conversation c set beside = " + value + " where" + OPEN + "and beside <> " + value
                        + " and " + value + " = exists (select 1 from conversation.conversation o where o.line = c.line"
                        + " and o.customer in (:from, :into) and o.state <> 'RESOLVED'"
                        + " and (o.last_message_at, o.id) > (c.last_message_at, c.id)) returning 1",
                from,
                into);
    }

    private void run(String sql, UUID from, UUID into) {
        jdbc.sql(sql)
                .param("from", from)
                .param("into", into)
                .query(Integer.class)
                .list();
    }
}
