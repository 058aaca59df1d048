package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Content;
import app.novelo.channel.InboundHandler;
import app.novelo.channel.InboundMessage;
import app.novelo.conversation.Author;
import app.novelo.conversation.ConversationDriver;
import app.novelo.conversation.MessageStatus;
import app.novelo.customer.Contact;
import app.novelo.customer.Customers;
import app.novelo.customer.IdentityChange;
import app.novelo.desk.Queue;
import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what a customer sent: deduplicated, with its customer and conversation, and marked as not yet driven. */
@Component
class InboundStore implements InboundHandler {

    /** Clocks differ. What lies further ahead is no time, such as milliseconds for seconds, and would keep the window open. */
    private static final Duration FASTEST_CLOCK = Duration.ofMinutes(5);

    /** The channel's words for: this person has other ids from now on. The last one is what it said before user ids. */
    private static final Set<String> OTHER_IDS =
            Set.of("user_changed_number", "user_changed_user_id", "customer_changed_number");

    private final JdbcClient jdbc;
    private final Customers customers;
    private final MessageRows messages;
    private final StoredUndriven undriven;
    private final Events events;
    private final Clock clock;
    private final ObjectProvider<ConversationDriver> driver;

    InboundStore(
            JdbcClient jdbc,
            Customers customers,
            MessageRows messages,
            StoredUndriven undriven,
            Events events,
            Clock clock,
            ObjectProvider<ConversationDriver> driver) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.messages = messages;
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
        var customer = customer(message);
        var conversation = openConversation(customer, message);
        var id = UUID.randomUUID();
        if (!messages.register(message.providerId(), id, message.at(), conversation)) {
            return conversation;
        }
        insert(id, conversation, message);
        touch(conversation, customer, message);
        undriven.mark(conversation);
        events.append("message.received", Map.of("conversation", conversation.toString(), "message", id.toString()));
        return conversation;
    }

    private UUID customer(InboundMessage message) {
        var sender = message.sender();
        var contact =
                new Contact(sender.phone(), sender.userId(), sender.parentUserId(), sender.username(), sender.name());
        return identityChange(message)
                .map(change -> customers.changed(contact, change, clock.instant()))
                .orElseGet(() -> customers.recognise(contact, clock.instant()));
    }

    private static Optional<IdentityChange> identityChange(InboundMessage message) {
        return Optional.ofNullable(message.content())
                .filter(Content.SystemNotice.class::isInstance)
                .map(Content.SystemNotice.class::cast)
                .filter(notice -> OTHER_IDS.contains(notice.what()))
                .map(notice ->
                        new IdentityChange(notice.phone(), notice.userId(), notice.previousUserId(), message.at()))
                .filter(IdentityChange::namesSomethingNew);
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
                null,
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

    /** The second look finds what stands beside one that was resolved while the first waited for it. */
    private UUID openConversation(UUID customer, InboundMessage message) {
        return lockOpen(customer, message)
                .or(() -> lockOpen(customer, message))
                .orElseGet(() -> open(customer, message));
    }

    /**
     * Locks the row, so that its end and this message see each other; see {@code StoredConversations.resolve}. Of several,
     * see {@link MergedConversations}, the one that the customer quotes, else the one that was active last.
     */
    private Optional<UUID> lockOpen(UUID customer, InboundMessage message) {
        return jdbc.sql(
                        """
                        select id from conversation.conversation where customer = ? and line = ? and state <> 'RESOLVED'
                        order by id = (select conversation from conversation.provider_message where provider_id = ?)
                          desc nulls last, last_message_at desc, id desc
                        limit 1 for update""")
                .param(customer)
                .param(message.line().id())
                .param(message.replyTo())
                .query(UUID.class)
                .optional();
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

    /** The window opens for all that is open with the customer on this line. */
    private void touch(UUID conversation, UUID customer, InboundMessage message) {
        jdbc.sql(
                        """
                        update conversation.conversation set last_inbound_at = greatest(last_inbound_at, :at),
                          last_message_at = case when id = :id then greatest(last_message_at, :at) else last_message_at end,
                          awaits_answer = awaits_answer or id = :id
                        where customer = :customer and line = :line and state <> 'RESOLVED'""")
                .param("at", time(message.at()))
                .param("id", conversation)
                .param("customer", customer)
                .param("line", message.line().id())
                .update();
    }
}
