package app.novelo.sandbox.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How fast a line may send. Kept in memory: a restart forgives.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput">Meta, Throughput</a>
 */
@SandboxOnly
@Component
class Rates {

    /** To one customer: one message in six seconds, of which 45 may be taken in advance. */
    private static final double PAIR_PER_SECOND = 1.0 / 6;

    private static final int PAIR_BURST = 45;

    private final int perSecond;
    private final Map<String, Bucket> lines = new ConcurrentHashMap<>();
    private final Map<Pair, Bucket> pairs = new ConcurrentHashMap<>();

    Rates(SandboxSettings settings) {
        perSecond = settings.messagesPerSecond();
    }

    private record Pair(String line, Digits customer) {}

    void check(Line line, Digits customer) {
        var now = System.nanoTime();
        var all = lines.computeIfAbsent(line.id(), id -> new Bucket(perSecond, perSecond, now));
        if (!all.take(now)) {
            throw GraphError.of(130429);
        }
        var pair =
                pairs.computeIfAbsent(new Pair(line.id(), customer), p -> new Bucket(PAIR_BURST, PAIR_PER_SECOND, now));
        if (!pair.take(now)) {
            throw GraphError.of(131056);
        }
    }
}
