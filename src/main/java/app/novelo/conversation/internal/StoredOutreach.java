package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Outreach;
import app.novelo.conversation.Silence;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredOutreach implements Outreach {

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final BegunConversations begun;
    private final Turns turns;

    StoredOutreach(JdbcClient jdbc, Conversations conversations, BegunConversations begun, Turns turns) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.begun = begun;
        this.turns = turns;
    }

    @Override
    public Optional<Silence> lastHeard(UUID customer) {
        return jdbc.sql(
                        """
                        select customer, line, last_inbound_at from conversation.service_window
                        where customer = ? and last_inbound_at is not null order by last_inbound_at desc limit 1""")
                .param(customer)
                .query((row, n) -> silence(row))
                .optional();
    }

    @Override
    public Optional<Conversation> latest(UUID customer) {
        return jdbc.sql(
                        """
                        select id from conversation.conversation where customer = ? and not imported
                        order by last_message_at desc limit 1""")
                .param(customer)
                .query(UUID.class)
                .optional()
                .flatMap(conversations::find);
    }

    @Override
    public Optional<Conversation> open(UUID customer, UUID line) {
        return begun.open(customer, line).flatMap(conversations::find);
    }

    @Override
    public UUID begin(UUID customer, UUID line, String process) {
        turns.join(Beginnings.turn(customer, line));
        return begun.open(customer, line)
                .map(this::inItsTurn)
                .orElseGet(() -> begun.insertWaiting(customer, line, process));
    }

    private UUID inItsTurn(UUID conversation) {
        turns.join(Turn.ofConversation(conversation.toString()));
        return conversation;
    }

    /** Two looks of which each has its index; a customer of several lines is silent since he wrote last on any of them. */
    @Override
    public Portion silent(Silence behind, Instant until, int limit) {
        var looked = jdbc.sql(
                        """
                        select customer, line, last_inbound_at from conversation.service_window
                        where (last_inbound_at, customer, line) > (:since, :customer, :line) and last_inbound_at <= :until
                        order by last_inbound_at, customer, line limit :limit""")
                .param("since", time(behind.since()))
                .param("customer", behind.customer())
                .param("line", behind.line())
                .param("until", time(until))
                .param("limit", limit)
                .query((row, n) -> silence(row))
                .list();
        return new Portion(silentOf(looked), looked.size(), looked.isEmpty() ? behind : looked.get(looked.size() - 1));
    }

    private List<Silence> silentOf(List<Silence> looked) {
        return jdbc.sql(
                        """
                        select l.customer, l.line, l.since as last_inbound_at
                        from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) l (customer, line, since)
                        where not exists (select 1 from conversation.service_window w
                            where w.customer = l.customer and w.last_inbound_at > l.since)
                          and not exists (select 1 from conversation.conversation o
                            where o.customer = l.customer and o.state <> 'RESOLVED')""")
                .param(texts(looked, one -> one.customer()))
                .param(texts(looked, one -> one.line()))
                .param(texts(looked, one -> one.since()))
                .query((row, n) -> silence(row))
                .list();
    }

    private static String[] texts(List<Silence> looked, Function<Silence, Object> part) {
        return looked.stream().map(one -> part.apply(one).toString()).toArray(String[]::new);
    }

    private static Silence silence(ResultSet row) throws SQLException {
        return new Silence(
                row.getObject("customer", UUID.class),
                row.getObject("line", UUID.class),
                Sql.instant(row, "last_inbound_at"));
    }
}
