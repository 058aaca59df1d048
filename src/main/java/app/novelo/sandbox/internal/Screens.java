package app.novelo.sandbox.internal;

import app.novelo.platform.ClockMoved;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The pages that show a phone right now. They get hints only, and fetch what they show. */
@SandboxOnly
@Component
class Screens {

    private static final int HEARTBEAT_SECONDS = 15;

    private final Map<SseEmitter, Digits> open = new ConcurrentHashMap<>();

    /** One thread, so that a page that does not read holds up nobody but other pages. */
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "novelo-sandbox-screens");
        thread.setDaemon(true);
        return thread;
    });

    Screens() {
        teller.scheduleWithFixedDelay(
                () -> open.keySet().forEach(screen -> tell(screen, "alive", "")),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    SseEmitter open(Digits phone) {
        var screen = new SseEmitter(0L); // no time-out: a page stays open for hours
        screen.onCompletion(() -> open.remove(screen));
        open.put(screen, phone);
        teller.execute(() -> tell(screen, "changed", phone.value()));
        return screen;
    }

    /** Something new stands in the phone's chat. */
    void changed(Digits phone) {
        tellAll("changed", phone.value());
    }

    /** The business is typing. */
    void typing(Digits phone) {
        tellAll("typing", phone.value());
    }

    void phonesChanged() {
        tellAll("phones", "");
    }

    void linesChanged() {
        tellAll("lines", "");
    }

    /** Something about accounts, their tokens or templates. */
    void accountsChanged() {
        tellAll("accounts", "");
    }

    void faultsChanged() {
        tellAll("faults", "");
    }

    @EventListener
    void on(ClockMoved moved) {
        tellAll("clock", moved.offset().toString());
    }

    /** Open streams would hold up a graceful shutdown. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        teller.shutdownNow();
        open.keySet().forEach(SseEmitter::complete);
    }

    private void tellAll(String event, String data) {
        if (!teller.isShutdown()) {
            teller.execute(() -> open.keySet().forEach(screen -> tell(screen, event, data)));
        }
    }

    private void tell(SseEmitter screen, String event, String data) {
        try {
            screen.send(SseEmitter.event().name(event).data(data));
        } catch (IOException | IllegalStateException e) {
            open.remove(screen); // the page is gone; the container ends the request
        }
    }
}
