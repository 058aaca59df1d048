package app.novelo.platform.internal.database;

import java.sql.SQLException;

/** A PostgreSQL that somebody else runs; only asked once at the start whether it is there. */
record ExternalPostgres(DatabaseAddress address) implements DatabaseServer {

    static ExternalPostgres reach(DatabaseAddress address) {
        try {
            address.open().close();
            return new ExternalPostgres(address);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The PostgreSQL at %s cannot be used: %s".formatted(address, reason(address, e)),
                    "Check NOVELO_DATABASE_URL, NOVELO_DATABASE_USER and NOVELO_DATABASE_PASSWORD, and that the server "
                            + "runs and lets this machine in. Without NOVELO_DATABASE_URL Novelo runs a PostgreSQL of "
                            + "its own.",
                    e);
        }
    }

    private static String reason(DatabaseAddress address, SQLException e) {
        return "08001".equals(e.getSQLState()) && String.valueOf(e.getMessage()).contains("suitable driver")
                ? "this is no JDBC URL of PostgreSQL (jdbc:postgresql://host:5432/database)."
                : String.valueOf(e.getMessage()).replace(address.url(), address.toString());
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
