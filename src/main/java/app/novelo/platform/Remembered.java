package app.novelo.platform;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What hardly changes and is asked for all the time: read once, and anew after a change. A change on another node is heard
 * of by a wake-up; since that may be lost, nothing is remembered for longer than ten seconds of technical time.
 */
public final class Remembered<T> {

    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private final Supplier<T> read;
    private volatile @Nullable Entry<T> entry;
    private volatile Object generation = new Object();

    /** @param topic of the wake-ups that tell of a change; see {@link Wakeups#signal}, after the commit */
    public Remembered(Wakeups wakeups, String topic, Supplier<T> read) {
        this.read = read;
        wakeups.listen(topic, this::forget);
    }

    public T get() {
        var known = entry;
        return known != null && System.nanoTime() - known.readAt < LONGEST_NANOS ? known.value : anew();
    }

    /** What was read while it changed is handed out once and not kept. */
    public T anew() {
        var before = generation;
        long now = System.nanoTime();
        var value = read.get();
        if (before == generation) {
            entry = new Entry<>(value, now);
        }
        return value;
    }

    private void forget() {
        generation = new Object();
        entry = null;
    }

    private record Entry<T>(T value, long readAt) {}
}
