package app.novelo.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Meta's Graph API as far as sending goes: takes every message, remembers it, and tells statuses only when asked to. */
final class GraphStandIn implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<Sent> taken = Collections.synchronizedList(new ArrayList<>());
    private final LargeFiles files = new LargeFiles();
    private final BlockingQueue<Sent> untold = new LinkedBlockingQueue<>();
    private volatile long delayMillis;

    /**
     * @param ourId the application's id of the message
     * @param nanos when it arrived
     */
    record Sent(String wamid, String ourId, String to, String text, long nanos) {}

    GraphStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(20, work -> {
            var thread = new Thread(work, "graph");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on a message is taken at once and its answer comes later, so that a kill finds calls on their way. */
    void answerAfter(Duration delay) {
        delayMillis = delay.toMillis();
    }

    private void take(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            files.give(exchange, address());
            return;
        }
        try (exchange) {
            var body = json.readTree(exchange.getRequestBody());
            var sent = new Sent(
                    Webhook.newId(),
                    body.path("biz_opaque_callback_data").asText(),
                    body.path("to").asText(),
                    body.path("text").path("body").asText(),
                    System.nanoTime());
            taken.add(sent);
            untold.add(sent);
            var answer = ("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"wa_id\":\"" + sent.to
                            + "\"}],\"messages\":[{\"id\":\"" + sent.wamid + "\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            LockSupport.parkNanos(Duration.ofMillis(delayMillis).toNanos());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** All messages ever taken, repeated ones included. */
    List<Sent> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    int count() {
        return taken.size();
    }

    /** Takes the messages of which no status has been told yet. */
    List<Sent> untold() {
        var found = new ArrayList<Sent>();
        untold.drainTo(found);
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
