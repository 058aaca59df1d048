package app.novelo.conversation.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is gone for a while from a fault of the work itself. */
final class DatabaseAway {

    private DatabaseAway() {}

    static boolean isIn(@Nullable Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * PostgreSQL's classes: connection exception, insufficient resources, operator intervention. Without a state it is no
     * word of PostgreSQL's: the pool has closed a connection that broke, and what was to be rolled back with it fails too.
     */
    private static boolean isAway(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
    }
}
