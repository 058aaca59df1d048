package app.novelo.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that works while there is work and sleeps until it is woken or its poll is due. An exception of the work is
 * logged and slept over: a loop ends only with the application.
 */
public final class Loop implements SmartLifecycle, PausedByFastForward {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    /** Started last and stopped first, while database and engine still stand. */
    private static final int PHASE = Integer.MAX_VALUE - 100;

    /** What takes longer is undone by its transaction and done again by the next start. */
    private static final long LONGEST_PORTION_MILLIS = 4_000;

    private final String name;
    private final Pace pace;
    private final Semaphore bell;
    private final BooleanSupplier work;
    private final Object running = new Object();
    private volatile boolean alive;
    private volatile boolean paused;
    private volatile Thread thread = new Thread(() -> {});

    /**
     * @param poll how long to sleep at most when there was no work
     * @param work does one portion; returns true if there may be more
     */
    public Loop(String name, Duration poll, BooleanSupplier work) {
        this(name, new Pace(poll, Duration.ZERO), new Semaphore(0), work);
    }

    /**
     * @param bell wakes the loop; loops that share one are colleagues, of whom a call wakes one that sleeps, or the first
     *     who comes to rest
     * @param work does one portion; returns true if there may be more
     */
    public Loop(String name, Pace pace, Semaphore bell, BooleanSupplier work) {
        this.name = name;
        this.pace = pace;
        this.bell = bell;
        this.work = work;
    }

    /**
     * @param poll how long to sleep at most when there was no work
     * @param least how long a round of work and sleep takes at least, so that under load one portion takes what gathers in
     *     it; after a longer sleep nothing waits
     */
    public record Pace(Duration poll, Duration least) {}

    public void wake() {
        ring(bell);
    }

    /** Once: of several calls that nobody has heard yet, each would be one more look. */
    public static void ring(Semaphore bell) {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    @Override
    public void start() {
        alive = true;
        thread = new Thread(this::run, "novelo-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins no further portion; does not wait for the one that runs. */
    public void end() {
        alive = false;
        wake();
    }

    @Override
    public void stop() {
        end();
        try {
            thread.join(LONGEST_PORTION_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All loops end at once and not one after the other. */
    @Override
    public void stop(Runnable whenStopped) {
        end();
        var waiting = new Thread(
                () -> {
                    stop();
                    whenStopped.run();
                },
                "novelo-stop-" + name);
        waiting.setDaemon(true);
        waiting.start();
    }

    @Override
    public boolean isRunning() {
        return alive;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Returns once no portion of work is running, and none will begin until {@link #resume}. */
    @Override
    public void pause() {
        paused = true;
        synchronized (running) {
            LOG.debug("{} is paused", name);
        }
    }

    @Override
    public void resume() {
        paused = false;
        wake();
    }

    private void run() {
        while (alive) {
            long began = System.nanoTime();
            if (!portion()) {
                sleep(began);
            }
        }
        bell.release(); // it may have been meant for a colleague who is to end as well
    }

    private boolean portion() {
        synchronized (running) {
            if (paused || !alive) {
                return false;
            }
            try {
                return work.getAsBoolean();
            } catch (Throwable e) { // a StackOverflowError of one portion must not end the loop for good
                if (alive) {
                    LOG.warn("{} failed and goes on after {}", name, pace.poll, e);
                }
                return false;
            }
        }
    }

    private void sleep(long began) {
        try {
            if (bell.tryAcquire(pace.poll.toMillis(), TimeUnit.MILLISECONDS) && alive) {
                TimeUnit.NANOSECONDS.sleep(pace.least.toNanos() - (System.nanoTime() - began)); // none if negative
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            alive = false;
        }
    }
}
