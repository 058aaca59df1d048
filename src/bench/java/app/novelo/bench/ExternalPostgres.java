package app.novelo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL that the bench runs, from the programs which an application has unpacked, so that it can be killed and started
 * again while the application goes on.
 *
 * @param bin folder of the programs
 */
record ExternalPostgres(Path bin, PostgresServer server) {

    static ExternalPostgres create(Path bin, Path home) throws IOException, InterruptedException {
        var external = new ExternalPostgres(bin, new PostgresServer(home.resolve("data"), home));
        Files.createDirectories(home);
        Files.writeString(home.resolve("postgresql-superuser.password"), "bench-superuser");
        Files.writeString(home.resolve("postgresql.password"), "bench-owner");
        external.run(
                "initdb",
                "--pgdata=" + external.server.cluster(),
                "--username=postgres",
                "--pwfile=" + home.resolve("postgresql-superuser.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C");
        Files.writeString(
                external.server.cluster().resolve("postgresql.conf"),
                """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                fsync = on
                synchronous_commit = on
                timezone = 'UTC'
                """
                        .formatted(freePort()));
        return external;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void start() throws IOException, InterruptedException {
        run("pg_ctl", "start", "-D", server.cluster().toString(), "-l", log(), "-w", "-t", "60", "-s");
    }

    void createNovelo() throws SQLException {
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role novelo login password '" + server.password() + "'");
            statement.execute("create database novelo owner novelo");
        }
    }

    void stop() throws IOException, InterruptedException {
        run("pg_ctl", "stop", "-D", server.cluster().toString(), "-m", "fast", "-w", "-s");
    }

    private String log() {
        return server.cluster().resolveSibling("postgresql.log").toString();
    }

    /** PostgreSQL refuses to run as root: a user namespace makes it nobody. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = server.passwords().resolve(program + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().put("LC_ALL", "C");
        if (builder.start().waitFor() != 0) {
            throw new IOException(program + " failed: " + Files.readString(output.toPath()));
        }
    }
}
