package app.novelo.channel.internal;

import app.novelo.channel.Splitter;
import app.novelo.channel.StatusHandler;
import app.novelo.channel.StatusUpdate;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies statuses in sets: many a transaction, no engine, one node at a time so that their order stays. */
@Configuration(proxyBeanMethods = false)
class StatusLoop {

    static final String STATUSES = "statuses";
    private static final Logger LOG = LoggerFactory.getLogger(StatusLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Splitter> splitters;
    private final StatusHandler handler;
    private final SetAsideStore setAside;

    StatusLoop(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Splitter> splitters,
            StatusHandler handler,
            SetAsideStore setAside) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.splitters = splitters;
        this.handler = handler;
        this.setAside = setAside;
    }

    @Bean
    Loop statusWorker(Wakeups wakeups) {
        var loop = new Loop("status", POLL, this::applySome);
        wakeups.listen(STATUSES, loop::wake);
        return loop;
    }

    private boolean applySome() {
        var applied = transaction.execute(status -> {
            var waiting = take();
            var updates = new ArrayList<StatusUpdate>();
            waiting.forEach(row -> read(row, updates));
            if (!updates.isEmpty()) {
                handler.apply(updates);
            }
            return waiting.size();
        });
        return applied != null && applied == BATCH;
    }

    private List<Row> take() {
        var ours = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('channel.status', 0))")
                .query(Boolean.class)
                .single();
        if (!ours) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        with next as (select id from channel.status order by id limit ?),
                        taken as (delete from channel.status s using next where s.id = next.id
                                  returning s.id, s.delivery, s.payload)
                        select id, delivery, payload from taken order by id""")
                .param(BATCH)
                .query((row, n) -> new Row(row.getLong(2), row.getString(3)))
                .list();
    }

    private void read(Row row, List<StatusUpdate> updates) {
        try {
            updates.add(splitters.get(0).status(row.payload));
        } catch (IllegalArgumentException e) {
            LOG.warn("a status of delivery {} cannot be read", row.delivery, e);
            setAside.add(row.delivery, null, null, row.payload, "unreadable status");
        }
    }

    private record Row(long delivery, String payload) {}
}
