package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.Conversations;
import app.novelo.engine.CaseBusy;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Caller;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Begins conversations with a template. Where one is open with the customer on that line, the template is said there: two
 * would be one thread for him and two pieces of work for us.
 */
@Component
class Beginnings {

    /** What is open may be resolved while we look at it, and the other way round. */
    private static final int LOOKS = 5;

    private final Turns turns;
    private final BegunConversations rows;
    private final Conversations conversations;
    private final ConversationAccess access;
    private final Answers answers;
    private final IdempotencyKeys keys;

    Beginnings(
            Turns turns,
            BegunConversations rows,
            Conversations conversations,
            ConversationAccess access,
            Answers answers,
            IdempotencyKeys keys) {
        this.turns = turns;
        this.rows = rows;
        this.conversations = conversations;
        this.access = access;
        this.answers = answers;
        this.keys = keys;
    }

    /** @param isNew false if the template was said in a conversation that was there */
    record Begun(UUID conversation, boolean isNew) {}

    /** With a key that was used before: the conversation of that time. */
    Begun begin(Caller caller, Beginning beginning, @Nullable String key) {
        var fingerprint = keys.fingerprint(beginning);
        for (int look = 0; look < LOOKS; look++) {
            var begun = said(caller, key, fingerprint)
                    .or(() -> join(caller, beginning, key, fingerprint))
                    .or(() -> open(caller, beginning, key, fingerprint));
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        throw new CaseBusy();
    }

    /** In which a conversation of the two comes into being that nobody's message has begun. */
    static Turn turn(UUID customer, UUID line) {
        return new Turn("beginning:" + customer + ":" + line);
    }

    private Optional<Begun> said(Caller caller, @Nullable String key, String fingerprint) {
        return key == null
                ? Optional.empty()
                : keys.find(caller, key, fingerprint).map(message -> new Begun(rows.conversationOf(message), false));
    }

    private Optional<Begun> join(Caller caller, Beginning beginning, @Nullable String key, String fingerprint) {
        return rows.open(beginning.customer(), beginning.line()).map(conversation -> {
            if (!access.isVisible(caller, conversations.required(conversation))) {
                throw new ConversationElsewhere();
            }
            answers.post(caller, conversation, beginning.template(), key, fingerprint);
            return new Begun(conversation, false);
        });
    }

    /** @return empty if another conversation came first, the customer's own or a second request's */
    private Optional<Begun> open(Caller caller, Beginning beginning, @Nullable String key, String fingerprint) {
        var turn = turn(beginning.customer(), beginning.line());
        try {
            return turns.inTurn(turn, () -> said(caller, key, fingerprint).or(() -> {
                if (rows.open(beginning.customer(), beginning.line()).isPresent()) {
                    return Optional.empty();
                }
                var conversation = rows.insert(caller, beginning);
                var message = answers.begin(caller, conversation, beginning.template());
                if (key != null) {
                    keys.remember(caller, key, fingerprint, message);
                }
                return Optional.of(new Begun(conversation, true));
            }));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }
}
