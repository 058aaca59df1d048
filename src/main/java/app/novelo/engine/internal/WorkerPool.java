package app.novelo.engine.internal;

import app.novelo.engine.BusinessOutcome;
import app.novelo.engine.RemoteTask;
import app.novelo.engine.RemoteWorker;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bounded threads of one topic. */
class WorkerPool {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final Duration LOCK_MARGIN = Duration.ofSeconds(30);
    private static final int RETRIES = 3;
    private static final long BACK_OFF_MILLIS = 5_000;

    private final RemoteWorker worker;
    private final ExternalTaskService tasks;
    private final RuntimeService runtime;
    private final Turns turns;
    private final String node;
    private final Semaphore free;
    private final ExecutorService threads;
    private volatile Runnable whenFree = () -> {};

    WorkerPool(RemoteWorker worker, ExternalTaskService tasks, RuntimeService runtime, Turns turns, String node) {
        this.worker = worker;
        this.tasks = tasks;
        this.runtime = runtime;
        this.turns = turns;
        this.node = node;
        this.free = new Semaphore(worker.concurrency());
        this.threads = Executors.newFixedThreadPool(worker.concurrency(), work -> {
            var thread = new Thread(work, "novelo-" + worker.topic());
            thread.setDaemon(true);
            return thread;
        });
    }

    void whenFree(Runnable action) {
        whenFree = action;
    }

    /** @return true if there may be more that could be worked on now */
    boolean fetch() {
        int places = free.availablePermits();
        if (places == 0) {
            return false;
        }
        var locked = tasks.fetchAndLock(places, node)
                .topic(worker.topic(), worker.timeLimit().plus(LOCK_MARGIN).toMillis())
                .variables(RemoteTaskLoop.CONVERSATION)
                .includeExtensionProperties()
                .execute();
        for (var task : locked) {
            free.acquireUninterruptibly();
            threads.execute(() -> work(RemoteTaskLoop.remoteTask(task, runtime)));
        }
        return false;
    }

    private void work(RemoteTask task) {
        try {
            settle(task);
        } catch (NotFoundException e) {
            LOG.debug("external task {} of {} is gone: its process moved on", task.id(), task.topic());
        } catch (RuntimeException e) {
            LOG.warn("external task {} of {} could not be settled; its lock runs out", task.id(), task.topic(), e);
        } finally {
            free.release();
            whenFree.run();
        }
    }

    private void settle(RemoteTask task) {
        try {
            var result = worker.work(task);
            inTurn(task, () -> tasks.complete(task.id(), node, CamundaProcesses.map(result)));
        } catch (BusinessOutcome outcome) {
            inTurn(task, () -> tasks.handleBpmnError(task.id(), node, outcome.code(), outcome.getMessage()));
        } catch (NotFoundException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(task, e);
        }
    }

    /** The call itself is made outside; what comes of it moves a process that people move too. */
    private void inTurn(RemoteTask task, Runnable outcome) {
        if (task.conversation() != null) {
            turns.inTurn(Turn.ofConversation(task.conversation()), outcome);
        } else if (task.businessKey() != null) {
            turns.inTurn(Turn.ofCase(task.businessKey()), outcome);
        } else {
            outcome.run();
        }
    }

    private void fail(RemoteTask task, RuntimeException e) {
        LOG.warn("external task {} of {} failed", task.id(), task.topic(), e);
        int left = task.retries() == null ? RETRIES : task.retries() - 1;
        long attempt = RETRIES - left + 1L;
        tasks.handleFailure(
                task.id(), node, String.valueOf(e.getMessage()), Math.max(0, left), BACK_OFF_MILLIS * attempt);
    }
}
