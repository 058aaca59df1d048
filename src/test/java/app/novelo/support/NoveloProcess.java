package app.novelo.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole program as a process of its own, to be stopped and started again on the same database. */
public final class NoveloProcess implements AutoCloseable {

    public static final String PASSWORD = "people-of-tests";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final PGSimpleDataSource database;
    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private Process process;

    private NoveloProcess(PGSimpleDataSource database, Path data, int port, Map<String, String> settings) {
        this.database = database;
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = start();
    }

    /** With its sandbox. */
    public static NoveloProcess start(Path data) {
        return start(data, Map.of("NOVELO_SANDBOX_PASSWORD", PASSWORD));
    }

    /** @param settings environment variables, beside those of port, folder and database */
    public static NoveloProcess start(Path data, Map<String, String> settings) {
        return new NoveloProcess(Database.fresh(), data, freePort(), settings);
    }

    /** Kills it, as a power cut would, and starts it again. */
    public void restart() {
        kill();
        process = start();
    }

    public int port() {
        return port;
    }

    public String server() {
        return "http://localhost:" + port;
    }

    private Process start() {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx700m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "app.novelo.Novelo"))
                .redirectErrorStream(true)
                .redirectOutput(
                        data.resolve("novelo-" + System.nanoTime() + ".log").toFile());
        var environment = builder.environment();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("NOVELO_DATA_DIR", data.toString());
        environment.put("NOVELO_DATABASE_URL", database.getURL());
        environment.put("NOVELO_DATABASE_USER", "novelo");
        environment.put("NOVELO_DATABASE_PASSWORD", "novelo");
        environment.putAll(settings);
        try {
            var started = builder.start();
            awaitReadiness(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReadiness(Process started) {
        var visitor = Visitor.stranger(port);
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && started.isAlive()) {
            try {
                if (visitor.get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (RuntimeException notListeningYet) {
                // asked again below
            }
            pause();
        }
        started.destroyForcibly();
        throw new IllegalStateException("Novelo did not start; its log is in " + data);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
