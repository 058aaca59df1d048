package app.novelo.engine.internal;

import app.novelo.platform.HeldUp;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Tells a collision of two transactions, which is worth repeating, from a fault, which is not. */
final class Collision {

    private Collision() {}

    static boolean isIn(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
                return true;
            }
        }
        return HeldUp.isIn(e);
    }
}
