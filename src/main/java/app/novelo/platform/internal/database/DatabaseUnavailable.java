package app.novelo.platform.internal.database;

import org.jspecify.annotations.Nullable;

/** Novelo cannot start because its PostgreSQL cannot. Told to the operator in plain words, with what to do about it. */
final class DatabaseUnavailable extends RuntimeException {

    private final String action;

    DatabaseUnavailable(String description, String action, @Nullable Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    DatabaseUnavailable(String description, String action) {
        this(description, action, null);
    }

    String action() {
        return action;
    }
}
