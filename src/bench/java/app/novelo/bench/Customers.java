package app.novelo.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Load while something is killed: new customers, their second messages, statuses of what was sent. Like Meta, it sends again
 * what was not answered with 200, and now and then what was.
 */
final class Customers implements AutoCloseable {

    private static final int THREADS = 4;
    private static final long PAUSE_NANOS = 200_000_000; // each; about 20 webhooks a second together

    private final int port;
    private final GraphStandIn graph;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> phones = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Webhook> toRepeat = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<Thread> threads;
    private volatile boolean writing = true;

    /** @param graph what it took is told as sent and read */
    Customers(int port, GraphStandIn graph) {
        this.port = port;
        this.graph = graph;
        this.threads = java.util.stream.IntStream.range(0, THREADS)
                .mapToObj(n -> new Thread(this::write, "customer-" + n))
                .toList();
        threads.forEach(Thread::start);
    }

    private void write() {
        try (var http = new Http(port)) {
            while (writing) {
                round(http);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void round(Http http) {
        var again = toRepeat.poll();
        if (again != null) {
            post(http, again);
        }
        var phone = Webhook.newPhone();
        say(http, phone, NewConversations.HELP.text(ThreadLocalRandom.current().nextInt(4)));
        say(http, phone, "Moro na rua das Flores, podem vir de manhã?");
        tell(http);
    }

    private void tell(Http http) {
        for (var sent : graph.untold()) {
            post(http, Webhook.status(sent, "sent"));
            post(http, Webhook.status(sent, "read"));
        }
    }

    private void say(Http http, String phone, String text) {
        var id = Webhook.newId();
        var webhook = Webhook.message(phone, id, text);
        int status = post(http, webhook);
        if (status == 200) {
            acknowledged.add(id);
            phones.add(phone);
        }
        if (status == 200 && ThreadLocalRandom.current().nextInt(10) == 0) {
            toRepeat.add(webhook);
        }
    }

    private int post(Http http, Webhook webhook) {
        int status = status(http, webhook);
        answers.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
        if (status != 200) {
            toRepeat.add(webhook);
        }
        return status;
    }

    /** @return 0 if the connection broke: Meta cannot know whether it was stored */
    private static int status(Http http, Webhook webhook) {
        try {
            return webhook.post(http);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Sends what is still owed, as Meta does for days. */
    void repeatAll() throws IOException {
        try (var http = new Http(port)) {
            int most = toRepeat.size();
            for (int i = 0; i < most; i++) {
                var webhook = toRepeat.poll();
                if (webhook != null) {
                    post(http, webhook);
                }
            }
        }
    }

    /** Tells the statuses of everything that was taken. */
    void tellAll() throws IOException {
        try (var http = new Http(port)) {
            tell(http);
        }
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    Set<String> phones() {
        return phones;
    }

    /** How often each status was answered; 0 = the connection broke. */
    String answers() {
        return new java.util.TreeMap<>(answers).toString();
    }

    @Override
    public void close() throws InterruptedException {
        writing = false;
        for (var thread : threads) {
            thread.join();
        }
    }
}
