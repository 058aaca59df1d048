package app.novelo.platform.internal.database;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in the data folder, durable like any other, started and stopped with the application.
 *
 * <p>The server is a process beside the JVM and survives its violent end; the next start then stops it first.
 */
final class EmbeddedPostgres implements DatabaseServer {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** For the engine's and other helpers' own connections, a dump, and an operator who looks. */
    private static final int CONNECTIONS_BESIDE_THE_POOL = 20;

    private static final int LEAST_CONNECTIONS = 100;
    private static final int ATTEMPTS = 5;

    private final DataFolderLock lock;
    private final Postmaster postmaster;
    private final DatabaseAddress address;

    private EmbeddedPostgres(DataFolderLock lock, Postmaster postmaster, DatabaseAddress address) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.address = address;
    }

    /** @throws DatabaseUnavailable with what the operator can do about it */
    static EmbeddedPostgres start(DataFolder folder, DatabaseSettings settings) {
        try {
            var lock = DataFolderLock.take(folder);
            try {
                return start(folder, settings, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL in %s cannot be used: %s".formatted(folder.home(), e),
                    "Check space and permissions of that folder and the files in %s.".formatted(folder.logs()),
                    e);
        }
    }

    private static EmbeddedPostgres start(DataFolder folder, DatabaseSettings settings, DataFolderLock lock)
            throws IOException, SQLException {
        var started = System.nanoTime();
        folder.removeLeftovers("*.tmp");
        var programs = PostgresPrograms.in(folder);
        var postmaster = new Postmaster(folder, programs);
        postmaster.clearAway();
        var cluster = Cluster.openOrCreate(folder, programs);
        var port = start(folder, cluster, postmaster, settings);
        try {
            var address = new ApplicationDatabase(folder, port).openOrCreate();
            var took = Duration.ofNanos(System.nanoTime() - started).toMillis();
            log.info(
                    "PostgreSQL {} on port {}, data in {}, ready in {} ms",
                    PostgresBinaries.VERSION,
                    port,
                    folder.cluster(),
                    took);
            return new EmbeddedPostgres(lock, postmaster, address);
        } catch (IOException | SQLException | RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    /**
     * Tries again where waiting or another port helps: a stranger took the port after we looked, or processes of a
     * killed server still hold its memory for a moment.
     */
    private static int start(DataFolder folder, Cluster cluster, Postmaster postmaster, DatabaseSettings settings)
            throws IOException {
        for (var attempt = 1; ; attempt++) {
            var port = new KeptPort(folder.portFile()).choose();
            cluster.configure(port, Math.max(LEAST_CONNECTIONS, settings.poolSize() + CONNECTIONS_BESIDE_THE_POOL));
            if (postmaster.start(settings.startTimeout())) {
                return port;
            }
            var lastWords = postmaster.lastWords();
            if (attempt == ATTEMPTS || !mayPass(lastWords)) {
                throw notStarted(folder, postmaster, settings, lastWords);
            }
            pause();
            postmaster.clearAway();
        }
    }

    private static boolean mayPass(String lastWords) {
        return lastWords.contains("Address already in use")
                || lastWords.contains("pre-existing shared memory block")
                || lastWords.contains("lock file \"postmaster.pid\" already exists");
    }

    private static DatabaseUnavailable notStarted(
            DataFolder folder, Postmaster postmaster, DatabaseSettings settings, String lastWords) {
        return postmaster.isRunning()
                ? new DatabaseUnavailable(
                        "PostgreSQL in %s did not accept connections within %s; it may still be recovering after a crash.%s"
                                .formatted(folder.cluster(), settings.startTimeout(), lastWords),
                        "Start again with more patience: NOVELO_DATABASE_START_TIMEOUT=10m.")
                : new DatabaseUnavailable(
                        "PostgreSQL in %s did not start. It said:%s".formatted(folder.cluster(), lastWords),
                        "The whole log is in %s.".formatted(folder.logs()));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL started", e);
        }
    }

    @Override
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        try (lock) {
            if (postmaster.stop()) {
                log.info("PostgreSQL stopped");
            } else {
                log.warn("PostgreSQL does not stop; the next start will see to it");
            }
        } catch (IOException e) {
            log.warn("PostgreSQL could not be stopped; the next start will see to it", e);
        }
    }
}
