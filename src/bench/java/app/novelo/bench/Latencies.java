package app.novelo.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Times of many calls, in nanoseconds. */
final class Latencies {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void add(long nano) {
        nanos.add(nano);
    }

    int count() {
        return nanos.size();
    }

    double millis(double quantile) {
        List<Long> sorted;
        synchronized (nanos) {
            sorted = nanos.stream().sorted().toList();
        }
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(quantile * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** p50 / p95 / p99 in milliseconds. */
    @Override
    public String toString() {
        return count() == 0
                ? ""
                : String.format(Locale.ROOT, "%.1f / %.1f / %.1f", millis(0.5), millis(0.95), millis(0.99));
    }
}
