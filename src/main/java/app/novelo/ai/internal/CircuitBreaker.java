package app.novelo.ai.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops asking a provider that keeps failing: after several failures in a row it refuses for a while, then lets one call try.
 *
 * <p>Real time, not the business clock: a provider recovers no sooner when the sandbox's clock is moved.
 */
final class CircuitBreaker {

    private final int failuresToOpen;
    private final long pauseNanos;
    private final LongSupplier nanoTime;
    private int failures;
    private long openedAt;

    CircuitBreaker(int failuresToOpen, Duration pause, LongSupplier nanoTime) {
        this.failuresToOpen = failuresToOpen;
        this.pauseNanos = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether a call may be made now. After the pause one may, and the pause begins anew until that one succeeds. */
    synchronized boolean allows() {
        if (failures < failuresToOpen) {
            return true;
        }
        boolean pauseIsOver = nanoTime.getAsLong() - openedAt >= pauseNanos;
        if (pauseIsOver) {
            openedAt = nanoTime.getAsLong();
        }
        return pauseIsOver;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures == failuresToOpen) {
            openedAt = nanoTime.getAsLong();
        }
    }
}
