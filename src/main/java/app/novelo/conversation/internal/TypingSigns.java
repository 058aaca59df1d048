package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.Conversations;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Shows the customer that somebody writes. Best effort: WhatsApp's bubble lasts 25 seconds, so it is renewed every 20 at
 * most, and what cannot be said at once is not said.
 */
@Component
class TypingSigns {

    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(20);

    /** Signs that wait for one that hangs; more are dropped. */
    private static final int WAITING = 50;

    private final Conversations conversations;
    private final Channels channels;
    private final Lines lines;
    private final Map<UUID, Long> shownAt = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
                var thread = new Thread(work, "novelo-typing");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    TypingSigns(Conversations conversations, Channels channels, Lines lines) {
        this.conversations = conversations;
        this.channels = channels;
        this.lines = lines;
    }

    /** @param providerId of the customer's newest message */
    void show(UUID conversation, String providerId) {
        var line = lines.find(conversations.required(conversation).line()).orElseThrow();
        long now = System.nanoTime();
        shownAt.values().removeIf(at -> now - at >= AT_MOST_EVERY.toNanos());
        if (shownAt.putIfAbsent(conversation, now) == null) {
            thread.execute(() -> show(line, providerId));
        }
    }

    private void show(Line line, String providerId) {
        channels.of(line.channel()).markRead(line, providerId, true);
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
