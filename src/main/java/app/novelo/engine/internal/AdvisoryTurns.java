package app.novelo.engine.internal;

import app.novelo.engine.CaseBusy;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns as PostgreSQL advisory locks, held to the end of the transaction. */
@Component
class AdvisoryTurns implements Turns {

    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryTurns.class);
    private static final int ATTEMPTS = 5;

    /** Grows with the attempt; the other side needs a few milliseconds to commit. */
    private static final int JITTER_MILLIS = 20;

    /** Of each attempt: a person or a worker who waits behind somebody who hangs is told so within a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration longestWait;

    @Autowired
    AdvisoryTurns(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(jdbc, transactions, LONGEST_WAIT);
    }

    AdvisoryTurns(JdbcClient jdbc, PlatformTransactionManager transactions, Duration longestWait) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.longestWait = longestWait;
    }

    @Override
    public <T> T inTurn(Turn turn, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a turn begins its own transaction; " + turn.lock());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(turn, work);
            } catch (RuntimeException e) {
                giveUpOrWait(turn, attempt, e);
            }
        }
    }

    @SuppressWarnings("NullAway") // the template returns what work returned
    private <T> T attempt(Turn turn, Supplier<T> work) {
        return transaction.execute(status -> {
            begin(turn);
            return work.get();
        });
    }

    /** One statement: the setting is in force before the lock is waited for, and to the end of the transaction. */
    private void begin(Turn turn) {
        jdbc.sql("select set_config('lock_timeout', ?, true), pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(longestWait.toMillis() + "ms")
                .param(turn.lock())
                .query((row, n) -> n)
                .single();
        TransactionSynchronizationManager.registerSynchronization(new Held(turn));
    }

    private static void giveUpOrWait(Turn turn, int attempt, RuntimeException e) {
        if (!Collision.isIn(e)) {
            throw e;
        }
        if (attempt >= ATTEMPTS) {
            LOG.warn("{} collided {} times", turn.lock(), attempt, e);
            throw new CaseBusy();
        }
        sleep(ThreadLocalRandom.current().nextInt(1, JITTER_MILLIS * attempt));
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean join(Turn turn) {
        var held = new Held(turn);
        if (TransactionSynchronizationManager.getSynchronizations().contains(held)) {
            return false;
        }
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(turn.lock())
                .query(Integer.class)
                .single();
        TransactionSynchronizationManager.registerSynchronization(held);
        return true;
    }

    /** Among the synchronizations of the transaction that has it, and gone with it. */
    private record Held(Turn turn) implements TransactionSynchronization {}
}
