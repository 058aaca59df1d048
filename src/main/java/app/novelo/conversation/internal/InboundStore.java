package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.InboundHandler;
import app.novelo.channel.InboundMessage;
import app.novelo.conversation.Author;
import app.novelo.conversation.ConversationDriver;
import app.novelo.conversation.MessageStatus;
import app.novelo.customer.Customers;
import app.novelo.desk.Queue;
import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what a customer sent: deduplicated, with its customer and conversation, and marked as not yet driven. */
@Component
class InboundStore implements InboundHandler {

    /** Clocks differ. What lies further ahead is no time, such as milliseconds for seconds, and would keep the window open. */
    private static final Duration FASTEST_CLOCK = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Customers customers;
    private final MessageRows messages;
    private final MediaRows media;
    private final StoredUndriven undriven;
    private final Events events;
    private final Clock clock;
    private final ObjectProvider<ConversationDriver> driver;

    InboundStore(
            JdbcClient jdbc,
            Customers customers,
            MessageRows messages,
            MediaRows media,
            StoredUndriven undriven,
            Events events,
            Clock clock,
            ObjectProvider<ConversationDriver> driver) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.messages = messages;
        this.media = media;
        this.undriven = undriven;
        this.events = events;
        this.clock = clock;
        this.driver = driver;
    }

    @Override
    public UUID store(InboundMessage message) {
        var known = messages.conversationOf(message.providerId());
        return known.orElseGet(() -> storeNew(message));
    }

    @Override
    public void stored(UUID conversation) {
        driver.ifAvailable(own -> own.drive(conversation));
    }

    private UUID storeNew(InboundMessage asItCame) {
        var message = notFromTheFuture(asItCame);
        var sender = message.sender();
        var customer = customers.recognise(sender.phone(), sender.userId(), sender.shownName(), clock.instant());
        var conversation = openConversation(customer, message);
        var id = UUID.randomUUID();
        if (!messages.register(message.providerId(), id, message.at(), conversation)) {
            return conversation;
        }
        insert(id, conversation, message);
        touch(conversation, message);
        undriven.mark(conversation);
        events.append("message.received", Map.of("conversation", conversation.toString(), "message", id.toString()));
        return conversation;
    }

    private InboundMessage notFromTheFuture(InboundMessage message) {
        var now = clock.instant();
        return message.at().isAfter(now.plus(FASTEST_CLOCK)) ? message.at(now) : message;
    }

    private void insert(UUID id, UUID conversation, InboundMessage message) {
        messages.insert(new MessageRows.NewMessage(
                id,
                message.at(),
                conversation,
                currentCase(conversation).orElse(null),
                "IN",
                message.kind(),
                StorableText.of(message.text()),
                message.content(),
                message.circumstances(),
                media.expect(message, id, conversation),
                null,
                message.payload().toString(),
                Author.customer(),
                MessageStatus.RECEIVED,
                message.providerId(),
                message.replyTo(),
                null,
                null,
                true));
    }

    /** Locks the row, so that its end and this message see each other; see {@code StoredConversations.resolve}. */
    private UUID openConversation(UUID customer, InboundMessage message) {
        return jdbc.sql(
                        "select id from conversation.conversation where customer = ? and line = ? and state <> 'RESOLVED' for update")
                .param(customer)
                .param(message.line().id())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> open(customer, message));
    }

    private UUID open(UUID customer, InboundMessage message) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into conversation.conversation (id, customer, line, channel, state, speaker, queue,
                          language, opened_at, last_message_at)
                        values (?, ?, ?, ?, 'OPEN', 'NONE', ?, ?, ?, ?)""")
                .param(id)
                .param(customer)
                .param(message.line().id())
                .param(message.line().channel())
                .param(Queue.TRIAGE)
                .param(customers.find(customer).map(known -> known.language()).orElse(null))
                .param(time(clock.instant()))
                .param(time(message.at()))
                .update();
        events.append("conversation.opened", Map.of("conversation", id.toString()));
        return id;
    }

    private Optional<String> currentCase(UUID conversation) {
        return jdbc.sql("select case_number from conversation.conversation where id = ?")
                .param(conversation)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    private void touch(UUID conversation, InboundMessage message) {
        jdbc.sql(
                        """
                        update conversation.conversation set last_message_at = greatest(last_message_at, :at),
                          last_inbound_at = greatest(last_inbound_at, :at), awaits_answer = true
                        where id = :id""")
                .param("at", time(message.at()))
                .param("id", conversation)
                .update();
    }
}
