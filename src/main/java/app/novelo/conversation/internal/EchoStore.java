package app.novelo.conversation.internal;

import app.novelo.channel.InboundMessage;
import app.novelo.channel.NotYet;
import app.novelo.conversation.Author;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.internal.Amendments.Amendment;
import app.novelo.conversation.internal.Amendments.Owner;
import app.novelo.platform.Events;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores what the company wrote in the channel's own app: an outgoing message that has gone already. It opens no window and
 * starts no process; what follows from it, {@link PhoneAnswers} does in the conversation's turn.
 */
@Component
class EchoStore {

    private final JdbcClient jdbc;
    private final Senders senders;
    private final MessageRows messages;
    private final Imported imported;
    private final InboundConversations conversations;
    private final Amendments amendments;
    private final MediaRows media;
    private final PhoneMessages phone;
    private final PhoneAnswers answers;
    private final Events events;
    private final Clock clock;

    EchoStore(
            JdbcClient jdbc,
            Senders senders,
            MessageRows messages,
            Imported imported,
            InboundConversations conversations,
            Amendments amendments,
            MediaRows media,
            PhoneMessages phone,
            PhoneAnswers answers,
            Events events,
            Clock clock) {
        this.jdbc = jdbc;
        this.senders = senders;
        this.messages = messages;
        this.imported = imported;
        this.conversations = conversations;
        this.amendments = amendments;
        this.media = media;
        this.phone = phone;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    /** One whose id is known was sent from here, or has come before. */
    UUID store(InboundMessage echo) {
        return imported.liveConversationOf(echo.providerId())
                .orElseGet(() -> storeNew(InboundStore.notFromTheFuture(echo, clock.instant())));
    }

    private UUID storeNew(InboundMessage echo) {
        var owner = new Owner(senders.receiverOf(echo), echo.line().id());
        var open = conversations.open(owner.customer(), echo);
        if (isSending(owner)) {
            throw new NotYet("a message is on its way to its customer, and may be this one");
        }
        var conversation = open.map(InboundConversations.Open::id)
                .orElseGet(() -> PhoneMessages.SILENT.contains(echo.kind())
                        ? conversations.latest(owner.customer(), echo)
                        : conversations.begun(owner.customer(), echo));
        var id = UUID.randomUUID();
        if (messages.register(echo.providerId(), id, echo.at(), conversation)) {
            var waiting = amendments.waitingFor(echo, owner);
            insert(id, conversation, echo);
            follow(id, conversation, echo);
            boolean hangs = hangs(id, conversation, echo, owner);
            amendments.targetCame(waiting, owner);
            if (!hangs) {
                events.append(
                        "message.echoed", Map.of("conversation", conversation.toString(), "message", id.toString()));
            }
        }
        return conversation;
    }

    /** Until the channel's answer to our own call is stored nobody knows the id of what we send. */
    private boolean isSending(Owner owner) {
        return jdbc.sql(
                        """
                        select exists (select 1 from conversation.outgoing o
                          join conversation.conversation c on c.id = o.conversation
                          where c.customer = ? and c.line = ? and o.state = 'SENDING')""")
                .param(owner.customer())
                .param(owner.line())
                .query(Boolean.class)
                .single();
    }

    private void insert(UUID id, UUID conversation, InboundMessage echo) {
        messages.insertIntoCurrentCase(new MessageRows.NewMessage(
                id,
                echo.at(),
                conversation,
                null,
                "OUT",
                echo.kind(),
                StorableText.of(echo.text()),
                echo.content(),
                echo.circumstances(),
                media.expect(echo, id, conversation),
                Amendments.target(echo),
                echo.payload().toString(),
                Author.onPhone(),
                MessageStatus.SENT,
                echo.providerId(),
                echo.replyTo(),
                null,
                null,
                false));
    }

    private void follow(UUID id, UUID conversation, InboundMessage echo) {
        if (!PhoneMessages.SILENT.contains(echo.kind())) {
            phone.touch(conversation, echo.at());
            answers.note(id, conversation, echo);
        }
    }

    private boolean hangs(UUID id, UUID conversation, InboundMessage echo, Owner owner) {
        return Amendment.of(id, conversation, echo)
                .map(amendment -> amendments.apply(amendment, owner))
                .orElse(false);
    }
}
