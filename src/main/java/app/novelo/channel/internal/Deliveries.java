package app.novelo.channel.internal;

import app.novelo.channel.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Splits raw deliveries in the order of their arrival, one node at a time, many a transaction. Where a whole batch cannot
 * be stored each delivery is tried alone, so that none holds up those behind it; one that failed five times is set aside.
 * A backlog of large ones, as after hours without a database, is taken in portions that fit into a small heap.
 */
@Component
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int BATCH = 50;

    /** Read, they take ten times as much of the heap. One alone may be larger. */
    private static final int MOST_BYTES = 8 << 20;

    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Splitter> splitters;
    private final ElementStore elements;
    private final SetAsideStore setAside;

    /** Of this node only: a restart counts anew. */
    private final Map<Long, Integer> failures = new HashMap<>();

    Deliveries(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            List<Splitter> splitters,
            ElementStore elements,
            SetAsideStore setAside) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.splitters = splitters;
        this.elements = elements;
        this.setAside = setAside;
    }

    /** @return true if there may be more */
    boolean splitSome() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> isOurTurn() && store(next())));
        } catch (RuntimeException e) {
            LOG.warn("deliveries could not be split together and are split one by one: {}", e.getMessage());
            return splitSingly();
        }
    }

    /** @return true if more wait */
    private boolean store(Portion portion) {
        store(portion.raw);
        return portion.waiting > portion.raw.size() || portion.waiting == BATCH;
    }

    private void store(List<Raw> raw) {
        if (!raw.isEmpty()) {
            elements.store(raw.stream().map(this::split).toList());
            forget(raw);
        }
    }

    /** @return true if any of them was split or set aside */
    private boolean splitSingly() {
        boolean moved = false;
        for (var raw : next().raw) {
            try {
                transaction.executeWithoutResult(status -> store(stillWaiting(raw)));
                failures.remove(raw.id);
                moved = true;
            } catch (RuntimeException e) {
                moved |= countFailure(raw, e);
            }
        }
        return moved;
    }

    private List<Raw> stillWaiting(Raw raw) {
        return isOurTurn() && isUnsplit(raw.id) ? List.of(raw) : List.of();
    }

    private boolean isUnsplit(long delivery) {
        return jdbc.sql("select exists (select 1 from channel.unsplit where delivery = ?)")
                .param(delivery)
                .query(Boolean.class)
                .single();
    }

    private boolean countFailure(Raw raw, RuntimeException e) {
        LOG.warn("delivery {} could not be split", raw.id, e);
        if (failures.merge(raw.id, 1, Integer::sum) < ATTEMPTS) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            setAside.add(
                    raw.id,
                    null,
                    null,
                    "",
                    "could not be split: " + e.getClass().getSimpleName());
            forget(List.of(raw));
        });
        failures.remove(raw.id);
        return true;
    }

    private boolean isOurTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('channel.split', 0))")
                .query(Boolean.class)
                .single();
    }

    /** The limit stands alone, so that the planner looks fifty deliveries up and never reads all that ever came in. */
    private Portion next() {
        var waiting = new AtomicInteger();
        var raw = jdbc.sql(
                        """
                        with next as materialized (
                          select delivery, received_at from channel.unsplit order by delivery limit ?),
                        sized as (
                          select d.id, d.app, d.body, octet_length(d.body) as size,
                            sum(octet_length(d.body)) over (order by d.id) as together, count(*) over () as waiting
                          from next join channel.delivery d on d.id = next.delivery and d.received_at = next.received_at)
                        select id, app, body, waiting from sized where together <= ? or together = size order by id""")
                .param(BATCH)
                .param(MOST_BYTES)
                .query((row, n) -> {
                    waiting.set(row.getInt(4));
                    return new Raw(row.getLong(1), row.getString(2), row.getBytes(3));
                })
                .list();
        return new Portion(raw, waiting.get());
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

    /** @param waiting how many wait, these included; not more than a batch is looked at */
    private record Portion(List<Raw> raw, int waiting) {}

    /** What one delivery told. */
    record SplitDelivery(long id, List<Splitter.Element> elements) {}
}
