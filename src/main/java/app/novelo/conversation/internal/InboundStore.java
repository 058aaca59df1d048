package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;
import app.novelo.conversation.Author;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.internal.Amendments.Amendment;
import app.novelo.conversation.internal.Amendments.Owner;
import app.novelo.conversation.internal.InboundConversations.Open;
import app.novelo.conversation.internal.OptOutWishes.Heeded;
import app.novelo.platform.Events;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores what a customer sent: deduplicated, with its customer and conversation, and marked as not yet driven. */
@Component
class InboundStore {

    /** Clocks differ. What lies further ahead is no time, such as milliseconds for seconds, and would keep the window open. */
    private static final Duration FASTEST_CLOCK = Duration.ofMinutes(5);

    private final Senders senders;
    private final MessageRows messages;
    private final Imported imported;
    private final InboundConversations conversations;
    private final Amendments amendments;
    private final CallEntries calls;
    private final MediaRows media;
    private final OptOutWishes wishes;
    private final OptOutAnswers answers;
    private final StoredUndriven undriven;
    private final Events events;
    private final Clock clock;

    InboundStore(
            Senders senders,
            MessageRows messages,
            Imported imported,
            InboundConversations conversations,
            Amendments amendments,
            CallEntries calls,
            MediaRows media,
            OptOutWishes wishes,
            OptOutAnswers answers,
            StoredUndriven undriven,
            Events events,
            Clock clock) {
        this.senders = senders;
        this.messages = messages;
        this.imported = imported;
        this.conversations = conversations;
        this.amendments = amendments;
        this.calls = calls;
        this.media = media;
        this.wishes = wishes;
        this.answers = answers;
        this.undriven = undriven;
        this.events = events;
        this.clock = clock;
    }

    UUID store(InboundMessage message) {
        var known = imported.liveConversationOf(message.providerId()).orElse(null);
        if (known == null) {
            return storeNew(message);
        }
        if (message.content() instanceof Content.Call call) {
            calls.goesOn(known, message, call);
        }
        return known;
    }

    private UUID storeNew(InboundMessage asItCame) {
        var message = notFromTheFuture(asItCame, clock.instant());
        return place(new Owner(senders.of(message), message.line().id()), message);
    }

    /** The open conversation is locked before anybody looks whether the message was taken back already. */
    private UUID place(Owner owner, InboundMessage asItCame) {
        var open = conversations.open(owner.customer(), asItCame);
        var message = open.map(found -> found.inOrder(asItCame)).orElse(asItCame);
        var usual = Bearing.of(message);
        var waiting = amendments.waitingFor(message, owner);
        boolean takenBack = Amendments.takeBack(waiting);
        var heeded = takenBack ? Optional.<Heeded>empty() : wishes.heed(owner.customer(), message);
        var bearing =
                takenBack ? usual.takenBack() : heeded.filter(Heeded::alone).isPresent() ? usual.inPassing() : usual;
        var conversation = open.map(Open::id)
                .orElseGet(() -> bearing.needsHandling()
                        ? conversations.opened(owner.customer(), message)
                        : conversations.latest(owner.customer(), message));
        var id = UUID.randomUUID();
        if (messages.register(message.providerId(), id, message.at(), conversation)) {
            insert(id, conversation, message, bearing);
            conversations.touch(conversation, owner.customer(), message, bearing);
            boolean hangs = hangs(id, conversation, message, owner);
            amendments.targetCame(waiting, owner);
            heeded.ifPresent(wish -> answers.tell(conversation, id, message, wish));
            tell(id, conversation, bearing, hangs);
        }
        return conversation;
    }

    private boolean hangs(UUID id, UUID conversation, InboundMessage message, Owner owner) {
        return Amendment.of(id, conversation, message)
                .map(amendment -> amendments.apply(amendment, owner))
                .orElse(false);
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

    static InboundMessage notFromTheFuture(InboundMessage message, Instant now) {
        return message.at().isAfter(now.plus(FASTEST_CLOCK)) ? message.at(now) : message;
    }

    private void insert(UUID id, UUID conversation, InboundMessage message, Bearing bearing) {
        messages.insertIntoCurrentCase(new MessageRows.NewMessage(
                id,
                message.at(),
                conversation,
                null,
                "IN",
                message.kind(),
                StorableText.of(message.text()),
                message.content(),
                message.circumstances(),
                media.expect(message, id, conversation),
                Amendments.target(message),
                message.payload().toString(),
                Author.customer(),
                MessageStatus.RECEIVED,
                message.providerId(),
                message.replyTo(),
                null,
                null,
                bearing.needsHandling()));
    }
}
