package app.novelo.bench;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Calls, many at a time, of bounded number. */
record Load(int port, int connections) {

    /** One call; returns the HTTP status. */
    interface Call {
        int on(Http http, int n) throws IOException;
    }

    /**
     * What came of them.
     *
     * @param refused answers other than 2xx, and broken connections
     */
    record Result(Latencies latencies, int refused, double seconds) {

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    /** Closed loop: every connection sends the next call when the last was answered. */
    Result closed(int calls, Call call) throws InterruptedException {
        return run(calls, call, n -> System.nanoTime());
    }

    /** Open loop: calls are due at a fixed rate, and a call that had to wait for its turn counts from when it was due. */
    Result open(int calls, double perSecond, Call call) throws InterruptedException {
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
        long gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        return run(calls, call, n -> {
            long due = start + n * gap;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            return due;
        });
    }

    /** When call {@code n} counts as begun; returns no earlier than that. */
    private interface Pace {
        long begin(int n);
    }

    private Result run(int calls, Call call, Pace pace) throws InterruptedException {
        var next = new AtomicInteger();
        var refused = new AtomicInteger();
        var latencies = new Latencies();
        var threads = Executors.newFixedThreadPool(connections);
        long began = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            threads.execute(() -> {
                try (var http = new Http(port)) {
                    for (int n = next.getAndIncrement(); n < calls; n = next.getAndIncrement()) {
                        one(http, call, n, pace, latencies, refused);
                    }
                } catch (IOException e) {
                    refused.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.MINUTES);
        return new Result(latencies, refused.get(), (System.nanoTime() - began) / 1e9);
    }

    private static void one(Http http, Call call, int n, Pace pace, Latencies latencies, AtomicInteger refused) {
        long begun = pace.begin(n);
        try {
            if (call.on(http, n) / 100 != 2) {
                refused.incrementAndGet();
            }
            latencies.add(System.nanoTime() - begun);
        } catch (IOException e) {
            refused.incrementAndGet();
        }
    }
}
