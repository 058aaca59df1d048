package app.novelo.channel.internal;

import app.novelo.channel.Splitter;
import app.novelo.platform.Wakeups;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Splits raw deliveries in the order of their arrival, one node at a time, many a transaction. */
@Component
class Deliveries {

    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Splitter> splitters;
    private final ElementStore elements;
    private final Wakeups wakeups;

    Deliveries(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Splitter> splitters,
            ElementStore elements,
            Wakeups wakeups) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.splitters = splitters;
        this.elements = elements;
        this.wakeups = wakeups;
    }

    /** @return true if there may be more */
    boolean splitSome() {
        var split = transaction.execute(status -> {
            if (!isOurTurn()) {
                return 0;
            }
            var raw = next();
            if (!raw.isEmpty()) {
                elements.store(raw.stream().map(this::split).toList());
                forget(raw);
                wakeups.signal(LaneLoops.LANES);
                wakeups.signal(StatusLoop.STATUSES);
            }
            return raw.size();
        });
        return split != null && split == BATCH;
    }

    private boolean isOurTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('channel.split', 0))")
                .query(Boolean.class)
                .single();
    }

    private List<Raw> next() {
        return jdbc.sql(
                        """
                        select d.id, d.app, d.body from channel.unsplit u
                        join channel.delivery d on d.id = u.delivery and d.received_at = u.received_at
                        order by u.delivery limit ?""")
                .param(BATCH)
                .query((row, n) -> new Raw(row.getLong(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private SplitDelivery split(Raw raw) {
        var parts = splitters.stream()
                .filter(splitter -> splitter.reads(raw.app))
                .findFirst()
                .map(splitter -> splitter.split(raw.body))
                .orElseGet(() -> List.of(new Splitter.Unreadable("", "no adapter reads " + raw.app)));
        return new SplitDelivery(raw.id, parts);
    }

    private void forget(List<Raw> raw) {
        jdbc.sql("delete from channel.unsplit where delivery in (:ids)")
                .param("ids", raw.stream().map(Raw::id).toList())
                .update();
    }

    private record Raw(long id, String app, byte[] body) {}

    /** What one delivery told. */
    record SplitDelivery(long id, List<Splitter.Element> elements) {}
}
