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

    private final Bucket line;
    private final Map<Digits, Bucket> pairs = new ConcurrentHashMap<>();

    Rates(SandboxSettings settings) {
        line = new Bucket(settings.messagesPerSecond(), settings.messagesPerSecond(), System.nanoTime());
    }

    void check(Digits customer) {
        var now = System.nanoTime();
        if (!line.take(now)) {
            throw GraphError.of(130429);
        }
        var pair = pairs.computeIfAbsent(customer, c -> new Bucket(PAIR_BURST, PAIR_PER_SECOND, now));
        if (!pair.take(now)) {
            throw GraphError.of(131056);
        }
    }
}
