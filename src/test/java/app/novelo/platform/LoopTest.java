package app.novelo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration NEVER = Duration.ofMinutes(10);

    /** Measured between portions: a test that gets no processor for a while sees the same. */
    @Test
    void takesTogetherWhatGathersWithinItsLeastTime() throws InterruptedException {
        var least = Duration.ofMillis(200);
        var began = new CopyOnWriteArrayList<Long>();
        var loop = new Loop("test", new Loop.Pace(NEVER, least), new Semaphore(0), () -> {
            began.add(System.nanoTime());
            return false;
        });
        loop.start();
        while (began.size() < 4) {
            loop.wake();
            Thread.sleep(2);
        }
        loop.stop();

        assertThat(IntStream.range(1, 4).mapToObj(n -> Duration.ofNanos(began.get(n) - began.get(n - 1))))
                .allSatisfy(round -> assertThat(round).isGreaterThan(Duration.ofMillis(150)));
    }

    @Test
    void wakesOneColleagueForOneCall() throws InterruptedException {
        var looks = new AtomicInteger();
        var bell = new Semaphore(0);
        var loops = colleagues(bell, looks, new CountDownLatch(0));
        loops.forEach(Loop::start);
        await(looks, 4);

        loops.get(0).wake();
        await(looks, 5);
        Thread.sleep(50);

        assertThat(looks).hasValue(5);
        end(loops);
    }

    @Test
    void endsAllColleaguesAtOnce() throws InterruptedException {
        var looks = new AtomicInteger();
        var loops = colleagues(new Semaphore(0), looks, new CountDownLatch(0));
        loops.forEach(Loop::start);
        await(looks, 4);
        long began = System.nanoTime();
        end(loops);

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(Duration.ofSeconds(4)); // one alone would be waited for that long
    }

    @Test
    void servesACallThatComesWhileAllAreBusy() throws InterruptedException {
        var looks = new AtomicInteger();
        var free = new CountDownLatch(1);
        var loops = colleagues(new Semaphore(0), looks, free);
        loops.forEach(Loop::start);
        await(looks, 4);
        loops.get(0).wake();
        free.countDown();
        await(looks, 5);

        assertThat(looks).hasValue(5);
        end(loops);
    }

    private static List<Loop> colleagues(Semaphore bell, AtomicInteger looks, CountDownLatch free) {
        return IntStream.range(0, 4)
                .mapToObj(n -> new Loop("test-" + n, new Loop.Pace(NEVER, Duration.ZERO), bell, () -> {
                    looks.incrementAndGet();
                    return waitFor(free);
                }))
                .toList();
    }

    private static boolean waitFor(CountDownLatch free) {
        try {
            return !free.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void end(List<Loop> loops) {
        loops.forEach(Loop::end);
        loops.forEach(Loop::stop);
    }

    private static void await(AtomicInteger looks, int number) throws InterruptedException {
        for (int i = 0; i < 3_000 && looks.get() < number; i++) {
            Thread.sleep(10);
        }
        assertThat(looks).hasValueGreaterThanOrEqualTo(number);
    }
}
