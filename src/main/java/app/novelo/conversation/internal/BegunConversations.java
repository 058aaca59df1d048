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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of conversations that the company has begun: in the line's queue, and the starter's own. */
@Component
class BegunConversations {

    private static final String UNANSWERED =
            """
            select c.id from conversation.conversation c
            where c.begun_by is not null and c.state <> 'RESOLVED' and c.last_message_at < ?
              and c.case_number is null and c.process_instance_id is null
              and not exists (select 1 from conversation.message m where m.conversation = c.id and m.direction = 'IN')
              and not exists (select 1 from conversation.outgoing o where o.conversation = c.id and o.state <> 'ACCEPTED')""";

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
        var id = UUID.randomUUID();
        var line = lines.find(beginning.line()).orElseThrow();
        jdbc.sql(
                        """
                        insert into conversation.conversation (id, customer, line, channel, state, speaker, owner, queue,
                          language, opened_at, last_message_at, begun_by, note)
                        values (:id, :customer, :line, :channel, 'OPEN', 'NONE', :by, :queue, :language, :now, :now, :by, :note)""")
                .param("id", id)
                .param("customer", beginning.customer())
                .param("line", line.id())
                .param("channel", line.channel())
                .param("by", caller.id())
                .param("queue", queues.existing(line.queue()))
                .param(
                        "language",
                        customers
                                .find(beginning.customer())
                                .map(Customer::language)
                                .orElse(null),
                        Types.VARCHAR)
                .param("now", time(clock.instant()))
                .param("note", beginning.note(), Types.VARCHAR)
                .update();
        events.append("conversation.opened", Map.of("conversation", id.toString()));
        return id;
    }

    /** @return those that nobody has answered, of which nothing is on its way and which no process has */
    List<UUID> unansweredSince(Instant moment) {
        return jdbc.sql(UNANSWERED + " limit 1000")
                .param(time(moment))
                .query(UUID.class)
                .list();
    }

    boolean isUnanswered(UUID conversation, Instant since) {
        return jdbc.sql("select exists (" + UNANSWERED + " and c.id = ?)")
                .param(time(since))
                .param(conversation)
                .query(Boolean.class)
                .single();
    }
}
