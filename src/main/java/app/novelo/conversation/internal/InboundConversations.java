package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Circumstances.Referral;
import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;
import app.novelo.conversation.Author;
import app.novelo.customer.Customers;
import app.novelo.desk.Queues;
import app.novelo.platform.Events;
import app.novelo.platform.Sql;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which conversation a customer's message belongs, and what it changes there. */
@Component
class InboundConversations {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Queues queues;
    private final ContentJson contents;
    private final Events events;
    private final Clock clock;

    InboundConversations(
            JdbcClient jdbc, Customers customers, Queues queues, ContentJson contents, Events events, Clock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.queues = queues;
        this.contents = contents;
        this.events = events;
        this.clock = clock;
    }

    /** The second look finds what stands beside one that was resolved while the first waited for it. */
    Optional<Open> open(UUID customer, InboundMessage message) {
        return lockOpen(customer, message).or(() -> lockOpen(customer, message));
    }

    /**
     * Locks the row, so that its end and this message see each other; see {@code StoredConversations.resolve}. Of several,
     * see {@link MergedConversations}, the one that the customer quotes, else the one that was active last; all are locked,
     * in the order of every lock. One that rests, because its case may be opened again, is taken if none is open.
     */
    private Optional<Open> lockOpen(UUID customer, InboundMessage message) {
        return jdbc.sql(
                        """
                        with open as materialized (
                          select id, last_message_at, state from conversation.conversation
                          where customer = ? and line = ? and (state <> 'RESOLVED' or process_instance_id is not null)
                          order by id for update)
                        select id, last_message_at from open
                        order by state = 'RESOLVED', id = (select conversation from conversation.provider_message where provider_id = ?)
                          desc nulls last, last_message_at desc, id desc
                        limit 1""")
                .param(customer)
                .param(message.line().id())
                .param(message.replyTo())
                .query((row, n) -> new Open(row.getObject("id", UUID.class), Sql.instant(row, "last_message_at")))
                .optional();
    }

    /** @param latest of the newest message, of either side */
    record Open(UUID id, Instant latest) {

        /** Times of the channel are whole seconds: within one, what comes last is later, and stands below what it answers. */
        InboundMessage inOrder(InboundMessage message) {
            boolean sameSecond = latest.truncatedTo(ChronoUnit.SECONDS).equals(message.at());
            return sameSecond ? message.at(latest) : message;
        }
    }

    /** For what needs handling: never one that is over. */
    UUID opened(UUID customer, InboundMessage message) {
        var id = insert(customer, message, "OPEN");
        events.append("conversation.opened", Map.of("conversation", id.toString()));
        return id;
    }

    /** For what we wrote to him first: nothing starts before he answers. */
    UUID begun(UUID customer, InboundMessage message) {
        var id = insert(customer, message, "WAITING_CUSTOMER");
        events.append("conversation.opened", Map.of("conversation", id.toString()));
        return id;
    }

    /** For what needs none: the newest, over or not; one that is over from the start for whoever never wrote. */
    UUID latest(UUID customer, InboundMessage message) {
        return jdbc.sql(
                        "select id from conversation.conversation where customer = ? and line = ? and not imported order by opened_at desc limit 1")
                .param(customer)
                .param(message.line().id())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> insert(customer, message, "RESOLVED"));
    }

    private UUID insert(UUID customer, InboundMessage message, String state) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into conversation.conversation (id, customer, line, channel, state, speaker, queue,
                          language, opened_at, last_message_at, resolved_at)
                        values (:id, :customer, :line, :channel, :state, 'NONE', :queue, :language, :now, :at,
                          case when :state = 'RESOLVED' then :now::timestamptz end)""")
                .param("id", id)
                .param("customer", customer)
                .param("line", message.line().id())
                .param("channel", message.line().channel())
                .param("state", state)
                .param("queue", queues.existing(message.line().queue()))
                .param(
                        "language",
                        customers.find(customer).map(known -> known.language()).orElse(null),
                        Types.VARCHAR)
                .param("now", time(clock.instant()))
                .param("at", time(message.at()))
                .update();
        return id;
    }

    /** What comes late does not prove that nobody has answered it on the phone. */
    void touch(UUID conversation, UUID customer, InboundMessage message, Bearing bearing) {
        jdbc.sql(
                        (bearing.opensWindow() ? "with opened as (" + ServiceWindows.OPENED + ")\n" : "")
                                + """
                        update conversation.conversation set last_message_at = greatest(last_message_at, :at),
                          state = case when :handling then 'OPEN' else state end,
                          resolved_at = case when :handling then null else resolved_at end,
                          awaits_answer = awaits_answer or :awaits and not exists (
                            select 1 from conversation.message a
                            where a.conversation = :id and a.at > :at and a.author_id = :phone and a.kind not in (:silent))
                        where id = :id""")
                .param("at", time(message.at()))
                .param("awaits", bearing.awaitsAnswer())
                .param("handling", bearing.needsHandling())
                .param("phone", Author.PHONE)
                .param("silent", PhoneMessages.SILENT)
                .param("id", conversation)
                .param("customer", customer)
                .param("line", message.line().id())
                .update();
        if (message.content() instanceof Content.Call && !bearing.awaitsAnswer()) {
            forgetWhatIsAnswered(conversation);
        }
        var referral = message.circumstances().referral();
        if (referral != null) {
            refer(conversation, referral);
        }
    }

    private void refer(UUID conversation, Referral referral) {
        jdbc.sql("update conversation.conversation set referral = ?::jsonb where id = ?")
                .param(contents.write(referral))
                .param(conversation)
                .update();
    }

    /**
     * The customer no longer has the last word if all of it was taken back, or came before a talk: whoever was on the
     * phone with him has answered it. What a process said by itself is taken for no answer; it perhaps only told a number.
     */
    void forgetWhatIsAnswered(UUID conversation) {
        jdbc.sql(
                        """
                        update conversation.conversation c set awaits_answer = exists (
                          select 1 from conversation.message m
                          where m.conversation = c.id and m.direction = 'IN' and m.revoked_at is null
                            and m.kind not in ('system', 'revoke', 'reaction')
                            and not (m.kind = 'call' and m.content ->> 'outcome' = 'completed')
                            and m.seq > coalesce((
                              select max(a.seq) from conversation.message a
                              where a.conversation = c.id
                                and (a.direction = 'OUT' and a.author_type <> 'PROCESS' and a.kind <> 'reaction'
                                  or a.kind = 'call' and a.content ->> 'outcome' = 'completed')), -1))
                        where id = ? and awaits_answer""")
                .param(conversation)
                .update();
    }

    /** What was opened for something that turned out to need nobody is over again; nothing would ever end it. */
    void endIfNothingIsLeft(UUID conversation) {
        int ended = jdbc.sql(
                        """
                        update conversation.conversation c set state = 'RESOLVED', resolved_at = ?, awaits_answer = false
                        where id = ? and state <> 'RESOLVED' and case_number is null and process_instance_id is null
                          and not exists (select 1 from conversation.message m where m.conversation = c.id and m.unhandled)""")
                .param(time(clock.instant()))
                .param(conversation)
                .update();
        if (ended > 0) {
            events.append("conversation.resolved", Map.of("conversation", conversation.toString()));
        }
    }
}
