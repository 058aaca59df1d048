package app.novelo.engine.internal;

import app.novelo.engine.CaseBusy;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns as PostgreSQL advisory locks, held to the end of the transaction. */
@Component
class AdvisoryTurns implements Turns {

    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryTurns.class);
    private static final int ATTEMPTS = 5;

    /** Grows with the attempt; the other side needs a few milliseconds to commit. */
    private static final int JITTER_MILLIS = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AdvisoryTurns(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
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
            join(turn);
            return work.get();
        });
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
    public void join(Turn turn) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(turn.lock())
                .query(Integer.class)
                .single();
    }
}
