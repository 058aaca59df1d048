package app.novelo.platform.internal;

import app.novelo.platform.Wakeups;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wake-ups through PostgreSQL. {@code NOTIFY} takes a lock on commit that serialises all notifying transactions, so it is
 * never sent in an acting transaction: one thread with a connection of its own sends what has gathered, merged.
 */
@Component
class PostgresWakeups implements Wakeups, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWakeups.class);
    private static final String CHANNEL = "novelo";

    /** {@code NOTIFY} commits like any change; a hint need not outlive a crash, so that commit waits for no disk. */
    private static final String NOTIFY = "select pg_notify(?, ?), set_config('synchronous_commit', 'off', true)";

    /** Gathers signals for this long, so that a burst is one statement. */
    private static final int MERGE_MILLIS = 50;

    private final DataSource database;
    private final String node = UUID.randomUUID().toString();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Set<String> toSend = ConcurrentHashMap.newKeySet();
    private volatile boolean alive;
    private volatile Thread thread = new Thread(() -> {});

    PostgresWakeups(DataSource database) {
        this.database = database;
    }

    @Override
    public void signal(String topic) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            fire(topic);
        } else if (afterCommitOnce(topic)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(key(topic));
                    if (status == STATUS_COMMITTED) {
                        fire(topic);
                    }
                }
            });
        }
    }

    private boolean afterCommitOnce(String topic) {
        if (TransactionSynchronizationManager.hasResource(key(topic))) {
            return false;
        }
        TransactionSynchronizationManager.bindResource(key(topic), true);
        return true;
    }

    private static String key(String topic) {
        return PostgresWakeups.class.getName() + "." + topic;
    }

    @Override
    public void listen(String topic, Runnable action) {
        listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(action);
    }

    private void fire(String topic) {
        wakeHere(topic);
        toSend.add(topic);
    }

    private void wakeHere(String topic) {
        listeners.getOrDefault(topic, List.of()).forEach(Runnable::run);
    }

    @Override
    public void start() {
        alive = true;
        thread = new Thread(this::talk, "novelo-wakeups");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        alive = false;
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return alive;
    }

    private void talk() {
        while (alive) {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(true);
                try (var listen = connection.createStatement()) {
                    listen.execute("listen " + CHANNEL);
                }
                exchange(connection);
            } catch (SQLException e) {
                LOG.warn("wake-ups between nodes are interrupted: {}", e.getMessage());
                pause();
            }
        }
    }

    private void exchange(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        try {
            while (alive) {
                send(connection);
                var received = postgres.getNotifications(MERGE_MILLIS);
                for (var notification : received == null ? new org.postgresql.PGNotification[0] : received) {
                    receive(notification.getParameter());
                }
            }
        } finally {
            if (!connection.isClosed()) {
                try (var unlisten = connection.createStatement()) {
                    unlisten.execute("unlisten *");
                }
            }
        }
    }

    private void send(Connection connection) throws SQLException {
        if (toSend.isEmpty()) {
            return;
        }
        var topics = List.copyOf(toSend);
        topics.forEach(toSend::remove);
        try (var notify = connection.prepareStatement(NOTIFY)) {
            notify.setString(1, CHANNEL);
            notify.setString(2, node + " " + String.join(" ", topics));
            notify.execute();
        }
    }

    private void receive(@Nullable String payload) {
        var words = payload == null ? new String[0] : payload.split(" ");
        if (words.length < 2 || words[0].equals(node)) {
            return;
        }
        for (int i = 1; i < words.length; i++) {
            wakeHere(words[i]);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
