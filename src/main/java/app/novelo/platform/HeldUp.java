package app.novelo.platform;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells somebody else's lock, which passes, from a fault. */
public final class HeldUp {

    /** PostgreSQL: serialization_failure, deadlock_detected, lock_not_available. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    private HeldUp() {}

    /** @return true if {@code e}, or what caused it, is PostgreSQL's refusal to wait any longer */
    public static boolean isIn(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
