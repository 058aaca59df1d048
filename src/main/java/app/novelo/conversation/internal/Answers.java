package app.novelo.conversation.internal;

import app.novelo.conversation.AnswerObserver;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.SendQueue;
import app.novelo.conversation.WindowClosed;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Caller;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An agent's answer: message, word, case and clocks change together or not at all. */
@Component
class Answers {

    private final Turns turns;
    private final Conversations conversations;
    private final Word word;
    private final SendQueue queue;
    private final IdempotencyKeys keys;
    private final ObjectProvider<AnswerObserver> observers;
    private final Clock clock;

    Answers(
            Turns turns,
            Conversations conversations,
            Word word,
            SendQueue queue,
            IdempotencyKeys keys,
            ObjectProvider<AnswerObserver> observers,
            Clock clock) {
        this.turns = turns;
        this.conversations = conversations;
        this.word = word;
        this.queue = queue;
        this.keys = keys;
        this.observers = observers;
        this.clock = clock;
    }

    /** @return the message's id; with a key that was used before, the message of that time */
    UUID post(Caller caller, UUID id, String text, @Nullable String replyTo, @Nullable String key) {
        return turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            if (key == null) {
                return post(caller, id, text, replyTo);
            }
            var fingerprint = keys.fingerprint(id.toString(), text, String.valueOf(replyTo));
            return keys.find(caller, key, fingerprint).orElseGet(() -> {
                var message = post(caller, id, text, replyTo);
                keys.remember(caller, key, fingerprint, message);
                return message;
            });
        });
    }

    private UUID post(Caller caller, UUID id, String text, @Nullable String replyTo) {
        var conversation = conversations.required(id);
        if (!conversation.window().isOpenAt(clock.instant())) {
            throw new WindowClosed();
        }
        word.takeToWrite(caller, conversation);
        var author = new Author(Author.Type.AGENT, caller.id(), caller.name());
        var message = queue.add(Outgoing.text(id, conversation.caseNumber(), author, text, replyTo, false, null));
        tell(conversation, author);
        return message;
    }

    private void tell(Conversation conversation, Author author) {
        observers.forEach(observer -> observer.answered(conversation, author, clock.instant()));
    }
}
