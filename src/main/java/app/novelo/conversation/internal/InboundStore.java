package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.InboundHandler;
import app.novelo.channel.InboundMessage;
import app.novelo.conversation.Author;
import app.novelo.conversation.ConversationDriver;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.internal.Amendments.Amendment;
import app.novelo.conversation.internal.Amendments.Owner;
import app.novelo.customer.Customers;
import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final InboundConversations conversations;
    private final Amendments amendments;
    private final CallEntries calls;
    private final StoredUndriven undriven;
    private final Events events;
    private final Clock clock;
    private final ObjectProvider<ConversationDriver> driver;

    InboundStore(
            JdbcClient jdbc,
            Customers customers,
            MessageRows messages,
            MediaRows media,
            InboundConversations conversations,
            Amendments amendments,
            CallEntries calls,
            StoredUndriven undriven,
            Events events,
            Clock clock,
            ObjectProvider<ConversationDriver> driver) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.messages = messages;
        this.media = media;
        this.conversations = conversations;
        this.amendments = amendments;
        this.calls = calls;
        this.undriven = undriven;
        this.events = events;
        this.clock = clock;
        this.driver = driver;
    }

    @Override
    public UUID store(InboundMessage message) {
        var known = messages.conversationOf(message.providerId()).orElse(null);
        if (known == null) {
            return storeNew(message);
        }
        if (message.content() instanceof Content.Call call) {
            calls.goesOn(known, message, call);
        }
        return known;
    }

    @Override
    public void stored(UUID conversation) {
        driver.ifAvailable(own -> own.drive(conversation));
    }

    private UUID storeNew(InboundMessage asItCame) {
        var message = notFromTheFuture(asItCame);
        var sender = message.sender();
        var customer = customers.recognise(sender.phone(), sender.userId(), sender.shownName(), clock.instant());
        return place(new Owner(customer, message.line().id()), message);
    }

    /** The open conversation is locked before anybody looks whether the message was taken back already. */
    private UUID place(Owner owner, InboundMessage message) {
        var open = conversations.open(owner.customer(), message);
        var usual = Bearing.of(message);
        var waiting = amendments.waitingFor(message.providerId(), owner);
        var bearing = Amendments.takeBack(waiting) ? usual.takenBack() : usual;
        var conversation = open.orElseGet(() -> bearing.needsHandling()
                ? conversations.opened(owner.customer(), message)
                : conversations.latest(owner.customer(), message));
        var id = UUID.randomUUID();
        if (messages.register(message.providerId(), id, message.at(), conversation)) {
            insert(id, conversation, message, bearing);
            conversations.touch(conversation, message, bearing);
            boolean hangs = hangs(id, conversation, message, owner);
            amendments.targetCame(waiting, owner);
            tell(id, conversation, bearing, hangs);
        }
        return conversation;
    }

    private boolean hangs(UUID id, UUID conversation, InboundMessage message, Owner owner) {
        var target = target(message);
        return target != null
                && amendments.apply(new Amendment(id, conversation, message.kind(), target, message.at()), owner);
    }

    /** What hangs on another message is no message of its own: its target is told of. */
    private void tell(UUID id, UUID conversation, Bearing bearing, boolean hangs) {
        if (bearing.needsHandling()) {
            undriven.mark(conversation);
        }
        if (!hangs) {
            events.append(
                    "message.received", Map.of("conversation", conversation.toString(), "message", id.toString()));
        }
    }

    private static @Nullable String target(InboundMessage message) {
        var content = message.content();
        if (content instanceof Content.Reaction reaction) {
            return reaction.target();
        }
        if (content instanceof Content.Edit edit) {
            return edit.target();
        }
        return content instanceof Content.Revocation revocation ? revocation.target() : null;
    }

    private InboundMessage notFromTheFuture(InboundMessage message) {
        var now = clock.instant();
        return message.at().isAfter(now.plus(FASTEST_CLOCK)) ? message.at(now) : message;
    }

    private void insert(UUID id, UUID conversation, InboundMessage message, Bearing bearing) {
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
                target(message),
                message.payload().toString(),
                Author.customer(),
                MessageStatus.RECEIVED,
                message.providerId(),
                message.replyTo(),
                null,
                null,
                bearing.needsHandling()));
    }

    private Optional<String> currentCase(UUID conversation) {
        return jdbc.sql("select case_number from conversation.conversation where id = ?")
                .param(conversation)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
