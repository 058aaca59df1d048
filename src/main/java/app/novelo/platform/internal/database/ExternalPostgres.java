package app.novelo.platform.internal.database;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs; only asked once at the start whether it is there. */
record ExternalPostgres(DatabaseAddress address) implements DatabaseServer {

    /** The driver takes {@code user:password@host} for a host name, and repeats it in what it logs. */
    private static final Pattern JDBC_URL = Pattern.compile("jdbc:postgresql:[^@]*([?].*)?");

    static ExternalPostgres reach(DatabaseAddress address) {
        if (!JDBC_URL.matcher(address.url()).matches()) {
            throw unusable(address, "The URL must look like jdbc:postgresql://host:5432/database.", null);
        }
        try {
            address.open().close();
            return new ExternalPostgres(address);
        } catch (SQLException e) {
            throw unusable(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static DatabaseUnavailable unusable(DatabaseAddress address, String reason, @Nullable Throwable cause) {
        return new DatabaseUnavailable(
                "The PostgreSQL at %s cannot be used. %s".formatted(address, reason),
                "Check NOVELO_DATABASE_URL, NOVELO_DATABASE_USER and NOVELO_DATABASE_PASSWORD, and that the server runs "
                        + "and lets this machine in. Without NOVELO_DATABASE_URL Novelo runs a PostgreSQL of its own.",
                cause);
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
