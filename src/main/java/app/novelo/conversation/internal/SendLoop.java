package app.novelo.conversation.internal;

import app.novelo.conversation.internal.Claims.Claim;
import app.novelo.platform.Loop;
import app.novelo.platform.Wakeups;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends for every line whose lease this node holds; bounded calls per line, each on a thread of its own. */
@Configuration(proxyBeanMethods = false)
class SendLoop {

    private static final Logger LOG = LoggerFactory.getLogger(SendLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);

    private final LineLeases leases;
    private final Claims claims;
    private final Dispatch dispatch;
    private final SendSettings settings;
    private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();
    private final Map<UUID, TokenBucket> rates = new ConcurrentHashMap<>();
    private final PairRates pairs = new PairRates(System::nanoTime);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "novelo-send");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<UUID> onTheirWay = ConcurrentHashMap.newKeySet();
    private volatile Runnable wake = () -> {};

    SendLoop(LineLeases leases, Claims claims, Dispatch dispatch, SendSettings settings) {
        this.leases = leases;
        this.claims = claims;
        this.dispatch = dispatch;
        this.settings = settings;
    }

    @Bean
    Loop sender(Wakeups wakeups) {
        var loop = new Loop("sender", POLL, this::sendSome);
        wakeups.listen(StoredSendQueue.SENDING, loop::wake);
        wake = loop::wake;
        return loop;
    }

    @Bean
    Loop outcomeWatch(UnknownOutcomes unknown) {
        return new Loop("unknown-outcomes", Duration.ofSeconds(5), unknown::declareSome);
    }

    /** Calls that are on their way get the time to be written down; else their outcome would be unknown. */
    @PreDestroy
    void letThemArrive() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("{} messages are still on their way; statuses will tell what became of them", onTheirWay.size());
        }
    }

    private boolean sendSome() {
        boolean more = false;
        for (var line : leases.held()) {
            more |= send(line);
        }
        return more;
    }

    private boolean send(UUID line) {
        var free = places.computeIfAbsent(line, l -> new Semaphore(settings.atOnce()));
        var rate = rates.computeIfAbsent(line, l -> new TokenBucket(settings.perSecond()));
        int room = Math.min(free.availablePermits(), rate.available());
        if (room == 0) {
            return false;
        }
        for (var next : claims.next(line, room)) {
            var claim = next.claim();
            if (!onTheirWay.contains(claim.message())) { // else its row says SENDING a moment later
                var wait = pairs.take(line, next.customer());
                if (wait.isZero()) {
                    rate.take(1);
                    start(claim, free);
                } else {
                    claims.hold(claim, wait);
                }
            }
        }
        return false;
    }

    private void start(Claim claim, Semaphore free) {
        onTheirWay.add(claim.message());
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                dispatch.send(claim);
            } finally {
                onTheirWay.remove(claim.message());
                free.release();
                wake.run();
            }
        });
    }
}
