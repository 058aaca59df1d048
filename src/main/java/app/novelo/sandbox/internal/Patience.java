package app.novelo.sandbox.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Waits, but not longer than the application lives: a hanging answer must not hold up its shutdown. */
@SandboxOnly
@Component
class Patience {

    private final CountDownLatch closing = new CountDownLatch(1);

    void waitFor(Duration time) {
        try {
            var closed = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
            if (closed) {
                throw GraphError.of(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GraphError.of(2);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }
}
