package app.novelo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoopTest {

    private static final Duration NEVER = Duration.ofMinutes(10);

    @Test
    void takesTogetherWhatGathersWithinItsLeastTime() throws InterruptedException {
        var portions = new AtomicInteger();
        var loop = new Loop("test", new Loop.Pace(NEVER, Duration.ofMillis(200)), new Semaphore(0), () -> {
            portions.incrementAndGet();
            return false;
        });
        long start = System.nanoTime();
        loop.start();
        for (int i = 0; i < 50; i++) {
            loop.wake();
            Thread.sleep(2);
        }
        await(portions, 2);
        loop.stop();

        long rounds = (System.nanoTime() - start) / Duration.ofMillis(200).toNanos();
        assertThat(portions.get()).isLessThanOrEqualTo((int) rounds + 2); // the first and the one that runs
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
    @Timeout(60) // none sleeps on until its next poll
    void endsAllColleaguesAtOnce() throws InterruptedException {
        var looks = new AtomicInteger();
        var loops = colleagues(new Semaphore(0), looks, new CountDownLatch(0));
        loops.forEach(Loop::start);
        await(looks, 4);

        end(loops);

        while (Thread.getAllStackTraces().keySet().stream().anyMatch(LoopTest::isColleague)) {
            Thread.sleep(10);
        }
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

    private static boolean isColleague(Thread thread) {
        return thread.getName().startsWith("novelo-test-");
    }

    private static boolean waitFor(CountDownLatch free) {
        try {
            return !free.await(60, TimeUnit.SECONDS);
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
