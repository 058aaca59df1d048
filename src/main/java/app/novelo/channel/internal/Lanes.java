package app.novelo.channel.internal;

import app.novelo.channel.InboundHandler;
import app.novelo.channel.Lines;
import app.novelo.channel.NotYet;
import app.novelo.channel.Splitter;
import app.novelo.platform.HeldUp;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the elements of one lane in order, in the transaction that holds the lane's row: whoever dies lets go of it at
 * once, so there is nothing stale to take over. An element that failed five times is set aside, and the lane goes on. A
 * lane whose customer is held by somebody else is left for a moment: its worker and the splitter serve others meanwhile.
 */
@Component
class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final int BATCH = 50;

    /** The splitter rings at the row that is held meanwhile, and with it everybody waits; an engine's step is quicker. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Lines lines;
    private final List<Splitter> splitters;
    private final InboundHandler handler;
    private final LaneFailures failures;

    /** How many workers of this node are at it: as many ready lanes are theirs, and nobody need look for those. */
    private final AtomicInteger busy = new AtomicInteger();

    Lanes(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Lines lines,
            List<Splitter> splitters,
            InboundHandler handler,
            LaneFailures failures) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.lines = lines;
        this.splitters = splitters;
        this.handler = handler;
        this.failures = failures;
    }

    /**
     * @param more called if other lanes are ready as well
     * @return true if there may be more
     */
    boolean workOne(Runnable more) {
        var round = new Round();
        busy.incrementAndGet();
        try {
            transaction.executeWithoutResult(status -> take(round, more));
        } catch (RuntimeException e) {
            retrySingly(round, e);
        } finally {
            busy.decrementAndGet();
        }
        round.conversations.forEach(handler::stored);
        return round.more;
    }

    private void take(Round round, Runnable more) {
        var lane = lockReadyLane().orElse(null);
        if (lane == null) {
            return;
        }
        if (lane.others) {
            more.run();
        }
        var elements = untilOneThatFailed(elements(lane.key));
        for (var element : elements) {
            round.current = element;
            round.conversations.add(store(element));
        }
        round.current = null;
        round.more = finish(lane.key, elements);
    }

    private Optional<Lane> lockReadyLane() {
        return jdbc.sql(
                        """
                        select key, (select count(*) from (select from channel.lane o
                            where o.ready_at <= now() and o.key <> lane.key limit :busy) others) >= :busy,
                          set_config('lock_timeout', :longest, true)
                        from channel.lane where ready_at <= now() order by ready_at limit 1 for update skip locked""")
                .param("busy", busy.get())
                .param("longest", LONGEST_WAIT.toMillis() + "ms")
                .query((row, n) -> new Lane(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    private List<Element> elements(String lane) {
        return jdbc.sql(
                        "select id, lane, line, delivery, payload, attempts from channel.element where lane = ? order by id limit ?")
                .param(lane)
                .param(BATCH)
                .query((row, n) -> new Element(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getLong(4),
                        row.getString(5),
                        row.getInt(6)))
                .list();
    }

    /** What has failed before goes alone, so that it takes nothing along a second time. */
    private static List<Element> untilOneThatFailed(List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).attempts > 0) {
                return elements.subList(0, Math.max(1, i));
            }
        }
        return elements;
    }

    private UUID store(Element element) {
        var line = lines.find(element.line).orElseThrow(() -> new IllegalStateException("the line is gone"));
        var splitter = splitters.stream()
                .filter(candidate -> candidate.reads(line.channel()))
                .findFirst()
                .orElseThrow();
        return handler.store(splitter.message(line, element.payload));
    }

    /** @return true if any lane is ready, this one included: what comes after this look has a wake-up of its own */
    private boolean finish(String lane, List<Element> done) {
        return jdbc.sql(
                        """
                        with done as (delete from channel.element where id = any (:done))
                        update channel.lane set ready_at = case when exists (
                          select 1 from channel.element where lane = :lane and id <> all (:done)) then now() end
                        where key = :lane returning ready_at is not null
                          or (select count(*) from (select from channel.lane o
                            where o.ready_at <= now() and o.key <> :lane limit :busy) others) >= :busy""")
                .param("done", done.stream().map(Element::id).toArray(Long[]::new))
                .param("lane", lane)
                .param("busy", busy.get())
                .query(Boolean.class)
                .single();
    }

    /** The round is undone; what failed counts an attempt, what stood before it is repeated without it. */
    private void retrySingly(Round round, RuntimeException e) {
        round.conversations.clear();
        var failed = round.current;
        if (failed == null) {
            throw e;
        }
        round.more = true;
        if (HeldUp.isIn(e) || e instanceof NotYet) {
            LOG.debug("element {} of a lane waits: {}", failed.id, e.getMessage());
            transaction.executeWithoutResult(status -> failures.postpone(failed));
            return;
        }
        LOG.warn("element {} of a lane failed, attempt {}", failed.id, failed.attempts + 1, e);
        transaction.executeWithoutResult(status -> failures.count(failed, e));
    }

    /** @param others whether more lanes are ready than are being worked on */
    private record Lane(String key, boolean others) {}

    record Element(long id, String lane, UUID line, long delivery, String payload, int attempts) {}

    /** One round of one worker; mutable, because a failure must know how far it came. */
    private static final class Round {
        private boolean more;
        private @Nullable Element current;
        private final Set<UUID> conversations = new LinkedHashSet<>();
    }
}
