package app.novelo.conversation.internal;

import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.OnlyRead;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.SendQueue;
import app.novelo.conversation.Speaker;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Caller;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An agent's answer: message, word, case and clocks change together or not at all. */
@Component
class Answers {

    private final Turns turns;
    private final Conversations conversations;
    private final Permission permission;
    private final Word word;
    private final TemplateWords templates;
    private final SendQueue queue;
    private final UploadedMedia uploads;
    private final Repetition repetition;
    private final IdempotencyKeys keys;
    private final ObjectProvider<AnswerObserver> observers;
    private final Clock clock;

    Answers(
            Turns turns,
            Conversations conversations,
            Permission permission,
            Word word,
            TemplateWords templates,
            SendQueue queue,
            UploadedMedia uploads,
            Repetition repetition,
            IdempotencyKeys keys,
            ObjectProvider<AnswerObserver> observers,
            Clock clock) {
        this.turns = turns;
        this.conversations = conversations;
        this.permission = permission;
        this.word = word;
        this.templates = templates;
        this.queue = queue;
        this.uploads = uploads;
        this.repetition = repetition;
        this.keys = keys;
        this.observers = observers;
        this.clock = clock;
    }

    /**
     * @param caseNumber which case it answers; null for the current one
     * @return the message's id; with a key that was used before, the message of that time
     */
    UUID post(Caller caller, UUID id, @Nullable String caseNumber, Said said, @Nullable String key) {
        var fingerprint = keys.fingerprint(id, said);
        return once(
                caller, id, key, caseNumber == null ? fingerprint : keys.fingerprint(fingerprint, caseNumber), () -> {
                    turnTo(caller, id, caseNumber);
                    attach(caller, id, said);
                    return say(caller, id, said);
                });
    }

    /** Another agent who has the word is not interrupted for another case either. */
    private void turnTo(Caller caller, UUID id, @Nullable String caseNumber) {
        var conversation = conversations.required(id);
        if (caseNumber != null && !caseNumber.equals(conversation.caseNumber())) {
            word.takeToWrite(caller, conversation);
            observers.forEach(observer -> observer.answering(conversation, caseNumber));
        }
    }

    /** @param fingerprint of the request as its client made it */
    UUID post(Caller caller, UUID id, Said said, @Nullable String key, String fingerprint) {
        return once(caller, id, key, fingerprint, () -> {
            attach(caller, id, said);
            return say(caller, id, said);
        });
    }

    /** The first message of a conversation that this transaction has made: nobody has the word until it is answered. */
    UUID begin(Caller caller, UUID id, Said said) {
        attach(caller, id, said);
        var message = say(caller, id, said);
        conversations.giveWord(id, Speaker.NONE, null);
        return message;
    }

    /** From now on the file is the conversation's: whoever sees that sees it. */
    private void attach(Caller caller, UUID id, Said said) {
        if (said.media() != null) {
            uploads.attach(caller, said.media(), FilePlace.of(said), id);
        }
    }

    /** Sends anew, in the caller's name, what had failed. @return id of the new message */
    UUID again(Caller caller, UUID id, UUID failed, @Nullable String key) {
        var fingerprint = keys.fingerprint("again", id.toString(), failed.toString());
        return once(caller, id, key, fingerprint, () -> {
            var message = say(caller, id, repetition.of(id, failed));
            repetition.note(message, failed);
            return message;
        });
    }

    private UUID once(Caller caller, UUID id, @Nullable String key, String fingerprint, Supplier<UUID> work) {
        return turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            if (key == null) {
                return work.get();
            }
            return keys.find(caller, key, fingerprint).orElseGet(() -> {
                var message = work.get();
                keys.remember(caller, key, fingerprint, message);
                return message;
            });
        });
    }

    private UUID say(Caller caller, UUID id, Said said) {
        var conversation = conversations.required(id);
        if (conversation.imported()) {
            throw new OnlyRead();
        }
        var filled = templates.filled(conversation.line(), said);
        permission.check(conversation, filled.content());
        word.takeToWrite(caller, conversation);
        var author = new Author(Author.Type.AGENT, caller.id(), caller.name());
        var message = queue.add(outgoing(conversation, author, filled));
        if (filled.isAnswer()) {
            tell(conversation, author);
        }
        return message;
    }

    private static Outgoing outgoing(Conversation conversation, Author author, Said said) {
        return new Outgoing(
                conversation.id(),
                conversation.caseNumber(),
                author,
                said.kind(),
                said.text(),
                said.content(),
                said.media(),
                said.replyTo(),
                false,
                null);
    }

    private void tell(Conversation conversation, Author author) {
        observers.forEach(observer -> observer.answered(conversation, author, clock.instant()));
    }
}
