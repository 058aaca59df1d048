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
    private final Duration poll;
    private final BooleanSupplier work;
    private final Semaphore wake = new Semaphore(0);
    private final Object running = new Object();
    private volatile boolean alive;
    private volatile boolean paused;
    private volatile Thread thread = new Thread(() -> {});

    /**
     * @param poll how long to sleep at most when there was no work
     * @param work does one portion; returns true if there may be more
     */
    public Loop(String name, Duration poll, BooleanSupplier work) {
        this.name = name;
        this.poll = poll;
        this.work = work;
    }

    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
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
            if (!portion()) {
                sleep();
            }
        }
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
                    LOG.warn("{} failed and goes on after {}", name, poll, e);
                }
                return false;
            }
        }
    }

    private void sleep() {
        try {
            if (wake.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            alive = false;
        }
    }
}
