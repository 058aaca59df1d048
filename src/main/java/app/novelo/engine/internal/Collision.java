package app.novelo.engine.internal;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells a collision of two transactions, which is worth repeating, from a fault, which is not. */
final class Collision {

    /** PostgreSQL: serialization_failure, deadlock_detected, lock_not_available. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    private Collision() {}

    static boolean isIn(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
