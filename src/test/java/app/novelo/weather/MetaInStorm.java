package app.novelo.weather;

import app.novelo.support.Meta;
import app.novelo.support.Visitor;
import app.novelo.weather.Story.Answer;
import app.novelo.weather.Story.Graph;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Graph API that does as a story tells, writes down what it has accepted, and repeats its webhooks until they are taken. */
final class MetaInStorm implements AutoCloseable {

    static final String LINE = "100000000000010";
    static final String ACCOUNT = "900000000000010";

    private static final int PATIENCE_SECONDS = 120;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer graph;
    private final ScheduledExecutorService statuses = Executors.newScheduledThreadPool(2);
    private final Map<String, Deque<Graph>> plans = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();
    private final Map<String, List<String>> told = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile int novelo;

    MetaInStorm() throws IOException {
        graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        graph.setExecutor(Executors.newCachedThreadPool());
        graph.createContext("/", this::answer);
        graph.start();
    }

    String address() {
        return "http://127.0.0.1:" + graph.getAddress().getPort();
    }

    void knows(int port) {
        novelo = port;
    }

    /** @param text by which the message is recognised, whatever its id */
    void plan(String text, Answer answer) {
        plans.put(text, new ArrayDeque<>(answer.graph()));
        answers.put(text, answer);
    }

    /** @return WhatsApp's ids that messages of this text got: one for each time that it was accepted */
    List<String> acceptedOf(String text) {
        return accepted.getOrDefault(text, List.of());
    }

    /** @return what was told of it */
    List<String> toldOf(String text) {
        return told.getOrDefault(text, List.of());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = json.readTree(exchange.getRequestBody());
            var text = body.path("text").path("body").asText();
            answer(exchange, body, text, next(text));
        }
    }

    private Graph next(String text) {
        var plan = plans.get(text);
        if (plan == null) {
            return Graph.ACCEPTS;
        }
        synchronized (plan) {
            return plan.isEmpty() ? Graph.ACCEPTS : plan.poll();
        }
    }

    private void answer(HttpExchange exchange, JsonNode body, String text, Graph what) throws IOException {
        switch (what) {
            case ACCEPTS -> write(exchange, 200, accept(body, text));
            case ACCEPTS_SLOWLY -> {
                var answer = accept(body, text);
                pause(700);
                write(exchange, 200, answer);
            }
            case CUTS_AFTER_ACCEPTING -> accept(body, text);
            case CUTS_BEFORE_ACCEPTING -> {}
            case SERVER_ERROR -> write(exchange, 500, "<html>Sorry</html>");
            case TOO_FAST -> write(exchange, 400, error(130429));
            case GENERIC_ERROR -> write(exchange, 500, error(131000));
        }
    }

    private String accept(JsonNode body, String text) {
        var id = "wamid.out" + ids.incrementAndGet() + "." + System.nanoTime();
        accepted.computeIfAbsent(text, t -> new CopyOnWriteArrayList<>()).add(id);
        var callback = body.path("biz_opaque_callback_data").asText();
        var answer = answers.get(text);
        if (answer != null) {
            tell(text, id, callback, answer);
        }
        return "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"" + id + "\"}]}";
    }

    /** A message that was accepted is at least sent one day: only a status tells the outcome of a broken call. */
    private void tell(String text, String id, String callback, Answer answer) {
        var words = new ArrayList<>(answer.statuses());
        words.add("sent");
        told.computeIfAbsent(text, t -> new CopyOnWriteArrayList<>()).addAll(words);
        int delay = answer.early() ? 0 : 300;
        for (var word : words) {
            statuses.schedule(() -> status(id, callback, word), delay, TimeUnit.MILLISECONDS);
            delay += 40;
        }
    }

    private void status(String id, String callback, String word) {
        var status = json.createObjectNode()
                .put("id", id)
                .put("status", word)
                .put("timestamp", Long.toString(System.currentTimeMillis() / 1000))
                .put("recipient_id", "5511900000000")
                .put("biz_opaque_callback_data", callback);
        if (word.equals("failed")) {
            status.putArray("errors").addObject().put("code", 131026).put("title", "Message undeliverable");
        }
        deliver("statuses", List.of(status));
    }

    /** Again and again until it is taken, as Meta does. */
    void deliver(String kind, List<? extends JsonNode> elements) {
        var delivery = json.createObjectNode().put("object", "whatsapp_business_account");
        var entry = delivery.putArray("entry").addObject().put("id", ACCOUNT);
        var change = entry.putArray("changes").addObject().put("field", "messages");
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "551140001010").put("phone_number_id", LINE);
        value.putArray(kind).addAll(elements);
        var body = delivery.toString();
        var signature = Meta.signature(body.getBytes(StandardCharsets.UTF_8), Meta.SECRET);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isTaken(body, signature)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the webhook was not taken");
            }
            pause(200);
        }
    }

    private boolean isTaken(String body, String signature) {
        try {
            return Visitor.stranger(novelo)
                            .header("X-Hub-Signature-256", signature)
                            .post("/webhooks/whatsapp", body)
                            .status()
                    == 200;
        } catch (RuntimeException e) {
            return false; // it is being started again
        }
    }

    private static String error(int code) {
        return "{\"error\":{\"message\":\"(#" + code + ") no\",\"code\":" + code + "}}";
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        statuses.shutdownNow();
        graph.stop(0);
    }
}
