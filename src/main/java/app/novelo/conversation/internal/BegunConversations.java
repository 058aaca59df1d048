package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Lines;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.desk.Queues;
import app.novelo.platform.Caller;
import app.novelo.platform.Events;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of conversations that the company has begun: in the line's queue, and the starter's own. */
@Component
class BegunConversations {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Lines lines;
    private final Queues queues;
    private final Events events;
    private final Clock clock;

    BegunConversations(JdbcClient jdbc, Customers customers, Lines lines, Queues queues, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.lines = lines;
        this.queues = queues;
        this.events = events;
        this.clock = clock;
    }

    Optional<UUID> open(UUID customer, UUID line) {
        return jdbc.sql(
                        """
                        select id from conversation.conversation
                        where customer = ? and line = ? and state <> 'RESOLVED' and not beside""")
                .param(customer)
                .param(line)
                .query(UUID.class)
                .optional();
    }

    UUID conversationOf(UUID message) {
        return jdbc.sql("select conversation from conversation.message where id = ?")
                .param(message)
                .query(UUID.class)
                .single();
    }

    UUID insert(Caller caller, Beginning beginning) {
        return insert(beginning.customer(), beginning.line(), "OPEN", caller.id(), caller.id(), beginning.note());
    }

    /** Nothing is to be done in it before he answers; nobody's yet. */
    UUID insertWaiting(UUID customer, UUID line, String process) {
        return insert(customer, line, "WAITING_CUSTOMER", process, null, null);
    }

    private UUID insert(
            UUID customer, UUID lineId, String state, String by, @Nullable String owner, @Nullable String note) {
        var id = UUID.randomUUID();
        var line = lines.find(lineId).orElseThrow();
        jdbc.sql(
                        """
                        insert into conversation.conversation (id, customer, line, channel, state, speaker, owner, queue,
                          language, opened_at, last_message_at, begun_by, note)
                        values (:id, :customer, :line, :channel, :state, 'NONE', :owner, :queue, :language, :now, :now, :by, :note)""")
                .param("id", id)
                .param("customer", customer)
                .param("line", line.id())
                .param("channel", line.channel())
                .param("state", state)
                .param("by", by)
                .param("owner", owner, Types.VARCHAR)
                .param("queue", queues.existing(line.queue()))
                .param(
                        "language",
                        customers.find(customer).map(Customer::language).orElse(null),
                        Types.VARCHAR)
                .param("now", time(clock.instant()))
                .param("note", note, Types.VARCHAR)
                .update();
        events.append("conversation.opened", Map.of("conversation", id.toString()));
        return id;
    }
}
