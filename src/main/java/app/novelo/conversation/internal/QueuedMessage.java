package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.conversation.Author;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits in the send queue.
 *
 * @param task the external task that waits for it
 * @param notice it may be said whoever has the word
 * @param advertises it goes only to whoever has agreed to advertising
 */
record QueuedMessage(
        UUID message,
        Instant at,
        UUID conversation,
        @Nullable String task,
        boolean notice,
        boolean advertises,
        String kind,
        @Nullable String text,
        Content.Sendable content,
        @Nullable UUID media,
        @Nullable String replyTo,
        Author.Type author,
        @Nullable String authorId) {

    QueuedMessage saying(String words, Content.Sendable now) {
        return new QueuedMessage(
                message,
                at,
                conversation,
                task,
                notice,
                advertises,
                kind,
                words,
                now,
                media,
                replyTo,
                author,
                authorId);
    }
}
