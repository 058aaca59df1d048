package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MediaQueue.Waiting;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches files, each on a thread of its own: the loop itself never waits for bytes, so the clock can be moved. */
@Configuration(proxyBeanMethods = false)
class MediaLoop {

    private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final MediaQueue queue;
    private final MediaFetch fetch;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "novelo-media");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Runnable wake = () -> {};

    MediaLoop(MediaQueue queue, MediaFetch fetch, MediaSettings settings) {
        this.queue = queue;
        this.fetch = fetch;
        this.places = new Semaphore(settings.atOnce());
    }

    @Bean
    Loop mediaFetcher(Wakeups wakeups) {
        var loop = new Loop("media", POLL, this::fetchSome);
        wakeups.listen(MediaRows.TOPIC, loop::wake);
        wake = loop::wake;
        return loop;
    }

    private boolean fetchSome() {
        int free = places.availablePermits();
        if (free > 0) {
            queue.claim(free).forEach(this::start);
        }
        return false; // whoever ends wakes the loop
    }

    /** A file at which something of ours breaks is not tried for ever, but as long as others. */
    private MediaOutcome fetched(Waiting file) {
        try {
            return fetch.fetch(file);
        } catch (RuntimeException e) {
            LOG.error("file {} was not fetched", file.id(), e);
            return new MediaOutcome.Later(MediaProblem.UNAVAILABLE);
        }
    }

    private void start(Waiting file) {
        places.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                queue.settle(file, fetched(file));
            } catch (RuntimeException e) {
                LOG.error("file {} is left to its lease", file.id(), e);
            } finally {
                places.release();
                wake.run();
            }
        });
    }
}
