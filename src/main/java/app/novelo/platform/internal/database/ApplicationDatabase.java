package app.novelo.platform.internal.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The database {@code novelo} and the role of the same name that owns it and may do nothing else in the server. */
record ApplicationDatabase(DataFolder folder, int port) {

    static final String SUPERUSER = "postgres";
    private static final String NAME = "novelo";

    /** Not provisioned yet, or not to the end: invalid authorisation, wrong password, no such database. */
    private static final Set<String> NOT_THERE = Set.of("28000", "28P01", "3D000");

    DatabaseAddress openOrCreate() throws IOException, SQLException {
        var address = address(NAME, NAME, new PasswordFile(folder.ownerPassword()).readOrCreate());
        if (!isOpen(address)) {
            create(address);
            address.open().close();
        }
        return address;
    }

    private static boolean isOpen(DatabaseAddress address) throws SQLException {
        try (var connection = address.open()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (NOT_THERE.contains(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** The role may log in last, so that a run which was cut short is repeated. */
    private void create(DatabaseAddress address) throws IOException, SQLException {
        try (var server = superuser(SUPERUSER)) {
            if (!exists(server, "select 1 from pg_roles where rolname = 'novelo'")) {
                execute(server, "create role novelo nologin nosuperuser nocreatedb nocreaterole noreplication");
            }
            if (!exists(server, "select 1 from pg_database where datname = 'novelo'")) {
                execute(server, "create database novelo owner novelo");
            }
            try (var database = superuser(NAME)) {
                execute(database, "alter schema public owner to novelo");
            }
            execute(server, "alter role novelo login password '" + address.password() + "'");
        }
    }

    private Connection superuser(String database) throws IOException, SQLException {
        return address(database, SUPERUSER, new PasswordFile(folder.superuserPassword()).read())
                .open();
    }

    private DatabaseAddress address(String database, String user, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
