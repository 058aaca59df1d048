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
    private final Events events;

    MergedConversations(JdbcClient jdbc, Events events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public void merging(UUID from, UUID into) {
        run("select 1 from conversation.conversation where" + OPEN + "order by id for update", from, into);
        beside(true, from, into);
        beside(false, from, into); // afterwards: at no moment are there two
        oneWindow(from, into);
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

    /**
     * The channel counts one window for a person and a line, and what goes out goes to where he wrote from last. That it
     * called the window closed counts unless he has written since, from wherever.
     */
    private void oneWindow(UUID from, UUID into) {
        run(
                "update conversation.conversation c set (last_inbound_at, window_closed_at) ="
                        + " (select max(o.last_inbound_at), case when max(o.window_closed_at) >= max(o.last_inbound_at)"
                        + " then max(o.window_closed_at) end from conversation.conversation o where o.line = c.line"
                        + " and o.customer in (:from, :into) and o.state <> 'RESOLVED') where" + OPEN + "returning 1",
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
