package app.novelo.casework.internal;

import app.novelo.platform.Caller;
import app.novelo.platform.DomainEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One open screen. A slow one fills its own queue and is let go; it comes back with the last id that it saw. */
class LiveScreen {

    private static final int MOST_WAITING = 500;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Caller caller;
    private final SseEmitter emitter;
    private final Executor threads;
    private final LinkedBlockingQueue<SseEventBuilder> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile long lastSent = System.nanoTime();

    LiveScreen(Caller caller, SseEmitter emitter, Executor threads) {
        this.caller = caller;
        this.emitter = emitter;
        this.threads = threads;
    }

    Caller caller() {
        return caller;
    }

    void whenGone(Runnable action) {
        emitter.onCompletion(action);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> action.run());
    }

    void leave() {
        emitter.complete();
    }

    /** Opens the stream at once, so that a screen knows it is live. */
    void greet() {
        send(SseEmitter.event().comment("live"));
    }

    void show(DomainEvent event) {
        var data = new HashMap<String, Object>(event.data());
        data.put("type", event.type());
        data.put("at", event.at());
        var position = event.position();
        send(SseEmitter.event()
                .id(position.transaction() + "-" + position.id())
                .name(event.type())
                .data(data, MediaType.APPLICATION_JSON));
    }

    /** Proxies cut silent connections, and only writing finds out that a reader is gone. */
    void keepAlive() {
        if (System.nanoTime() - lastSent > SILENCE_NANOS) {
            send(SseEmitter.event().comment("alive"));
        }
    }

    private void send(SseEventBuilder event) {
        lastSent = System.nanoTime();
        if (!waiting.offer(event)) {
            emitter.complete();
            return;
        }
        if (writing.compareAndSet(false, true)) {
            threads.execute(this::write);
        }
    }

    private void write() {
        try {
            for (var event = waiting.poll(); event != null; event = waiting.poll()) {
                emitter.send(event);
            }
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
        } finally {
            writing.set(false);
        }
        if (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            threads.execute(this::write);
        }
    }
}
