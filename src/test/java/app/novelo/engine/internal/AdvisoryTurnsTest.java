package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.engine.CaseBusy;
import app.novelo.engine.Turn;
import app.novelo.support.Database;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody waits for ever behind somebody who hangs. */
class AdvisoryTurnsTest {

    private static final Turn TURN = Turn.ofConversation(UUID.randomUUID().toString());

    private final DataSource database = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final AdvisoryTurns turns = new AdvisoryTurns(jdbc, transactions, Duration.ofMillis(50));

    @Test
    void isBusyIfTheTurnDoesNotComeInTime() {
        elsewhere(() -> turns.join(TURN), () -> assertThatThrownBy(() -> turns.inTurn(TURN, () -> 1))
                .isInstanceOf(CaseBusy.class));

        assertThat(turns.<Integer>inTurn(TURN, () -> 1)).isEqualTo(1);
    }

    @Test
    void isBusyIfARowIsHeldFromOutside() {
        jdbc.sql("create table row as select 1 as id").update();

        elsewhere(() -> lockTheRow(), () -> assertThatThrownBy(() -> turns.inTurn(TURN, this::lockTheRow))
                .isInstanceOf(CaseBusy.class));
    }

    @Test
    void isJoinedOnceInATransactionAndAnewInTheNext() {
        var other = Turn.ofConversation(UUID.randomUUID().toString());

        for (int transaction = 1; transaction <= 2; transaction++) {
            var joined = turns.inTurn(TURN, () -> List.of(turns.join(TURN), turns.join(other), turns.join(other)));

            assertThat(joined).containsExactly(false, true, false);
        }
    }

    @Test
    void leavesNoLimitBehind() {
        turns.inTurn(TURN, () -> 1);

        assertThat(jdbc.sql("show lock_timeout").query(String.class).single()).isEqualTo("0");
    }

    private int lockTheRow() {
        return jdbc.sql("select id from row for update").query(Integer.class).single();
    }

    /** Holds what {@code hold} takes, with a connection of its own, while {@code meanwhile} runs without it. */
    private void elsewhere(Runnable hold, Runnable meanwhile) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            hold.run();
            var other = new Thread(meanwhile);
            var failure = new Throwable[1];
            other.setUncaughtExceptionHandler((thread, e) -> failure[0] = e);
            other.start();
            join(other);
            assertThat(failure[0]).isNull();
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
