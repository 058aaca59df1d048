package app.novelo.conversation.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many a second, with bursts. For one thread. Technical time. */
final class TokenBucket {

    private final double perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    /** Bursts of one second's worth. */
    TokenBucket(int perSecond) {
        this(perSecond, perSecond, System::nanoTime);
    }

    TokenBucket(double perSecond, int burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.filledAt = nanoTime.getAsLong();
    }

    int available() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(burst, tokens + (now - filledAt) * perSecond / TimeUnit.SECONDS.toNanos(1));
        filledAt = now;
        return (int) tokens;
    }

    boolean isFull() {
        return available() == burst;
    }

    /** @return how long until one is available; zero if one is */
    Duration untilNext() {
        return available() > 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * TimeUnit.SECONDS.toNanos(1)));
    }

    void take(int count) {
        tokens -= count;
    }
}
