package app.novelo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The PostgreSQL under test, found by its data folder: the application's own, or the one that the bench runs beside it.
 *
 * @param cluster what PostgreSQL calls its data directory
 * @param passwords folder with the passwords of the role and of the superuser
 */
record PostgresServer(Path cluster, Path passwords) {

    static PostgresServer embeddedIn(Path data) {
        return new PostgresServer(data.resolve("postgresql/data"), data);
    }

    long pid() {
        return Long.parseLong(pidFile(0));
    }

    int port() {
        return Integer.parseInt(pidFile(3));
    }

    private String pidFile(int line) {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"))
                    .get(line)
                    .trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    String password() {
        return read("postgresql.password");
    }

    private String read(String file) {
        try {
            return Files.readString(passwords.resolve(file)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url("novelo"), "novelo", password());
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", read("postgresql-superuser.password"));
    }

    /** A database of its own, empty, owned by the application's role. */
    void recreate(String database) throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database + " owner novelo");
        }
    }

    /** {@code kill -9} of the postmaster and of every process of its own. */
    void kill() throws InterruptedException {
        long postmaster = pid();
        var family = Cpu.children(postmaster).toArray();
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        for (long child : family) {
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        }
        while (ProcessHandle.of(postmaster).isPresent()) {
            Thread.sleep(20);
        }
    }
}
