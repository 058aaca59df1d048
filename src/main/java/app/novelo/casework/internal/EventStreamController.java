package app.novelo.casework.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.EventPosition;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events for live screens: ids only; what stands behind them is fetched with authority. */
@RestController
class EventStreamController {

    private static final Pattern POSITION = Pattern.compile("(\\d{1,20})-(\\d{1,19})");

    /** Screens come back by themselves; a session that has ended meanwhile is noticed then. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final LiveEvents live;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "novelo-live");
        thread.setDaemon(true);
        return thread;
    });

    EventStreamController(LiveEvents live) {
        this.live = live;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        var caller = Callers.current();
        var emitter = new SseEmitter(LONGEST.toMillis());
        var screen = new LiveScreen(caller, emitter, threads);
        var since = position(last);
        live.join(screen);
        if (since != null) {
            live.missed(caller, since).forEach(screen::show);
        }
        screen.greet();
        return emitter;
    }

    private static @Nullable EventPosition position(@Nullable String last) {
        if (last == null) {
            return null;
        }
        var match = POSITION.matcher(last);
        if (!match.matches()) {
            throw new BadRequest("Last-Event-ID", "not an id that this stream has given");
        }
        return new EventPosition(match.group(1), Long.parseLong(match.group(2)));
    }
}
