package app.novelo.bench;

import java.sql.SQLException;
import java.time.Duration;

/** Where a measure takes place. */
record Scene(Application application, PostgresServer server, Store store, GraphStandIn graph, Report report) {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Something that holds sooner or later. */
    interface Condition {
        boolean holds() throws SQLException;
    }

    /** The same place, for what is done to warm it up. */
    Scene quiet() {
        return new Scene(application, server, store, graph, new Report(false));
    }

    Cpu cpu() {
        return application.cpu(server);
    }

    void await(String what, Condition condition) throws SQLException, InterruptedException {
        if (!comesTrue(condition, PATIENCE)) {
            throw new IllegalStateException("waited " + PATIENCE + " in vain until " + what);
        }
    }

    static boolean comesTrue(Condition condition, Duration patience) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    void awaitQuiet() throws SQLException, InterruptedException {
        await("everything is taken in and sent", () -> store.isTakenIn() && store.isSent());
    }
}
