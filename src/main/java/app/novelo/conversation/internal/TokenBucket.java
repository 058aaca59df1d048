package app.novelo.conversation.internal;

import java.util.concurrent.TimeUnit;

/** So many a second, with bursts of one second's worth. For one thread. Technical time. */
final class TokenBucket {

    private final int perSecond;
    private double tokens;
    private long filledAt = System.nanoTime();

    TokenBucket(int perSecond) {
        this.perSecond = perSecond;
        this.tokens = perSecond;
    }

    int available() {
        long now = System.nanoTime();
        tokens = Math.min(perSecond, tokens + (now - filledAt) * (double) perSecond / TimeUnit.SECONDS.toNanos(1));
        filledAt = now;
        return (int) tokens;
    }

    void take(int count) {
        tokens -= count;
    }
}
