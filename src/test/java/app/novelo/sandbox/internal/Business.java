package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The other end of the webhook: keeps what arrives, answers 200 or what a test has laid ready. */
final class Business implements AutoCloseable {

    /** One delivery, as it came over the wire. */
    record Delivery(byte[] bytes, String signature, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();

    Business() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/hook", this::take);
        server.start();
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        var signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
        deliveries.add(new Delivery(bytes, signature, JSON.readTree(bytes)));
        var answer = answers.poll();
        exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The next deliveries get this answer. */
    synchronized void answer(int status, int times) {
        for (int i = 0; i < times; i++) {
            answers.add(status);
        }
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** @return all elements of {@code messages} or {@code statuses} so far, in the order of arrival */
    List<JsonNode> all(String kind) {
        return values().stream().flatMap(value -> stream(value.path(kind))).toList();
    }

    List<JsonNode> values() {
        return deliveries.stream()
                .flatMap(delivery -> stream(delivery.body().path("entry")))
                .flatMap(entry -> stream(entry.path("changes")))
                .map(change -> change.path("value"))
                .toList();
    }

    /** @return what was told of this account in this field, as it came */
    List<JsonNode> told(String account, String field) {
        return deliveries.stream()
                .flatMap(delivery -> stream(delivery.body().path("entry")))
                .filter(entry -> entry.path("id").asText().equals(account))
                .flatMap(entry -> stream(entry.path("changes")))
                .filter(change -> change.path("field").asText().equals(field))
                .map(change -> change.path("value"))
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
