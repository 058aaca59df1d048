package app.novelo.conversation.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * How fast one customer may be written to on one line: a message in six seconds, of which 45 may be borrowed from the
 * future. One is kept in reserve, because Meta's clock is not ours. Kept in memory of the node that holds the line's lease;
 * a restart forgets, and Meta's refusal (131056) is then obeyed. For one thread.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview#pair-rate-limits">Meta, Pair rate
 *     limits</a>
 */
final class PairRates {

    private static final double PER_SECOND = 1.0 / 6;
    private static final int BURST = 44;

    /** How many customers are remembered before those are forgotten who are at rest. */
    private static final int MANY = 10_000;

    private final LongSupplier nanoTime;
    private final Map<Pair, TokenBucket> buckets = new HashMap<>();

    PairRates(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @return zero if it may go now, and is counted; else how long it has to wait */
    Duration take(UUID line, UUID customer) {
        if (buckets.size() >= MANY) {
            buckets.values().removeIf(TokenBucket::isFull);
        }
        var bucket =
                buckets.computeIfAbsent(new Pair(line, customer), p -> new TokenBucket(PER_SECOND, BURST, nanoTime));
        var wait = bucket.untilNext();
        if (wait.isZero()) {
            bucket.take(1);
        }
        return wait;
    }

    private record Pair(UUID line, UUID customer) {}
}
