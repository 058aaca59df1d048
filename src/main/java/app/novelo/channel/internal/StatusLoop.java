package app.novelo.channel.internal;

import app.novelo.channel.Splitter;
import app.novelo.channel.StatusHandler;
import app.novelo.channel.StatusUpdate;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies statuses in sets: many a transaction, no engine, one node at a time so that their order stays. A set that fails
 * is applied one by one; a status that failed five times is set aside.
 */
@Configuration(proxyBeanMethods = false)
class StatusLoop {

    static final String STATUSES = "statuses";
    private static final Logger LOG = LoggerFactory.getLogger(StatusLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int BATCH = 200;
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Splitter> splitters;
    private final StatusHandler handler;
    private final SetAsideStore setAside;
    private final StrangeStatuses strange;

    /** Of this node only: a restart counts anew. */
    private final Map<Long, Integer> failures = new HashMap<>();

    StatusLoop(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Splitter> splitters,
            StatusHandler handler,
            SetAsideStore setAside,
            StrangeStatuses strange) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.splitters = splitters;
        this.handler = handler;
        this.setAside = setAside;
        this.strange = strange;
    }

    @Bean
    Loop statusWorker(Wakeups wakeups) {
        var loop = new Loop("status", POLL, this::applySome);
        wakeups.listen(STATUSES, loop::wake);
        return loop;
    }

    private boolean applySome() {
        try {
            var applied = transaction.execute(status -> isOurTurn() ? apply(take(BATCH)) : 0);
            return applied != null && applied == BATCH;
        } catch (RuntimeException e) {
            LOG.warn("statuses could not be applied together and are applied one by one: {}", e.getMessage());
            return applySingly();
        }
    }

    private boolean applySingly() {
        boolean moved = false;
        for (var id : waiting()) {
            try {
                transaction.executeWithoutResult(status -> applyOne(id));
                failures.remove(id);
                moved = true;
            } catch (RuntimeException e) {
                moved |= countFailure(id, e);
            }
        }
        return moved;
    }

    private void applyOne(long id) {
        if (isOurTurn()) {
            apply(take(id));
        }
    }

    private boolean countFailure(long id, RuntimeException e) {
        LOG.warn("status {} could not be applied", id, e);
        if (failures.merge(id, 1, Integer::sum) < ATTEMPTS) {
            return false;
        }
        transaction.executeWithoutResult(
                status -> take(id).forEach(row -> setAside(row, "a status that could not be applied")));
        failures.remove(id);
        return true;
    }

    private int apply(List<Row> rows) {
        var updates = new ArrayList<StatusUpdate>();
        rows.forEach(row -> read(row, updates));
        if (!updates.isEmpty()) {
            handler.apply(updates);
        }
        return rows.size();
    }

    private boolean isOurTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('channel.status', 0))")
                .query(Boolean.class)
                .single();
    }

    private List<Long> waiting() {
        return jdbc.sql("select id from channel.status order by id limit ?")
                .param(BATCH)
                .query(Long.class)
                .list();
    }

    private List<Row> take(int most) {
        return jdbc.sql(
                        """
                        with next as (select id from channel.status order by id limit ?),
                        taken as (delete from channel.status s using next where s.id = next.id
                                  returning s.id, s.delivery, s.payload)
                        select id, delivery, payload from taken order by id""")
                .param(most)
                .query((row, n) -> new Row(row.getLong(2), row.getString(3)))
                .list();
    }

    private List<Row> take(long id) {
        return jdbc.sql("delete from channel.status where id = ? returning delivery, payload")
                .param(id)
                .query((row, n) -> new Row(row.getLong(1), row.getString(2)))
                .list();
    }

    private void read(Row row, List<StatusUpdate> updates) {
        try {
            var update = splitters.get(0).status(row.payload);
            updates.add(update);
            if (!handler.knows(update.status())) {
                strange.add(row.delivery, row.payload);
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("a status of delivery {} cannot be read", row.delivery, e);
            setAside(row, "unreadable status");
        }
    }

    private void setAside(Row row, String reason) {
        setAside.add(row.delivery, null, null, row.payload, reason);
    }

    private record Row(long delivery, String payload) {}
}
