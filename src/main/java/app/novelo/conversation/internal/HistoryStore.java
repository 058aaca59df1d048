package app.novelo.conversation.internal;

import app.novelo.channel.InboundMessage;
import app.novelo.channel.Line;
import app.novelo.channel.NotYet;
import app.novelo.channel.Past;
import app.novelo.channel.Past.Said;
import app.novelo.channel.PastHandler;
import app.novelo.conversation.Author;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.internal.PastStore.Old;
import app.novelo.conversation.internal.PastTwins.Look;
import app.novelo.customer.SavedNames;
import app.novelo.customer.SavedNames.SavedName;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what the channel's own app remembers: chats of the past, and how the company calls people. */
@Component
class HistoryStore implements PastHandler {

    private final Senders senders;
    private final PastStore past;
    private final PastTwins twins;
    private final MessageRows rows;
    private final PastFiles files;
    private final MediaRows media;
    private final SavedNames names;
    private final Clock clock;

    HistoryStore(
            Senders senders,
            PastStore past,
            PastTwins twins,
            MessageRows rows,
            PastFiles files,
            MediaRows media,
            SavedNames names,
            Clock clock) {
        this.senders = senders;
        this.past = past;
        this.twins = twins;
        this.rows = rows;
        this.files = files;
        this.media = media;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void store(Past told) {
        if (told instanceof Past.Messages messages) {
            store(messages);
        } else if (told instanceof Past.Names saved) {
            names.save(saved.names().stream()
                    .map(name -> new SavedName(name.phone(), name.name(), name.at()))
                    .toList());
        }
    }

    private void store(Past.Messages messages) {
        var unknown = messages.messages().stream()
                .map(said -> new Said(InboundStore.notFromTheFuture(said.message(), clock.instant()), said.status()))
                .filter(said -> !files.isKnown(said.message()))
                .toList();
        if (!unknown.isEmpty()) {
            var customer = senders.receiverOf(withSomebody(unknown));
            var line = messages.line();
            var strange = unknown.stream()
                    .filter(said -> !wasExported(customer, line, said.message()))
                    .map(this::old)
                    .toList();
            past.add(customer, line, strange);
        }
    }

    /** It stays as it was imported from a chat, and is known by the channel's id as well. */
    private boolean wasExported(UUID customer, Line line, InboundMessage message) {
        boolean file = PastTwins.isFile(message.kind());
        var twin = twins.find(Look.amongExported(
                customer, line.id(), message.echo(), file ? null : message.text(), file, message.at()));
        twin.ifPresent(found -> rows.register(message.providerId(), found.id(), found.at(), found.conversation()));
        return twin.isPresent();
    }

    /** All of a piece are said with one person. */
    private static InboundMessage withSomebody(List<Said> messages) {
        return messages.stream()
                .map(Said::message)
                .filter(message ->
                        message.sender().phone() != null || message.sender().userId() != null)
                .findFirst()
                .orElseThrow(() -> new NotYet("the thread of a file has not come yet"));
    }

    private Old old(Said said) {
        var message = said.message();
        return new Old(message.providerId(), message.at(), (id, conversation) -> row(id, conversation, said));
    }

    private MessageRows.NewMessage row(UUID id, UUID conversation, Said said) {
        var message = said.message();
        return new MessageRows.NewMessage(
                id,
                message.at(),
                conversation,
                null,
                message.echo() ? "OUT" : "IN",
                message.kind(),
                StorableText.of(message.text()),
                message.content(),
                message.circumstances(),
                media.expect(message, id, conversation),
                Amendments.target(message),
                message.payload().toString(),
                message.echo() ? Author.onPhone() : Author.customer(),
                message.echo() ? status(said.status()) : MessageStatus.RECEIVED,
                message.providerId(),
                message.replyTo(),
                null,
                null,
                false);
    }

    private static MessageStatus status(@Nullable String told) {
        var word = told == null ? "" : told.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "pending" -> MessageStatus.ACCEPTED;
            case "error" -> MessageStatus.FAILED;
            default -> MessageStatus.ofChannel(word).orElse(MessageStatus.SENT);
        };
    }
}
