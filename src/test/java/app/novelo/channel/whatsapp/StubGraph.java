package app.novelo.channel.whatsapp;

import app.novelo.platform.SandboxMode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A Graph API that says what a test tells it to, and remembers what it was asked. */
class StubGraph implements AutoCloseable {

    static final String ACCOUNT = "900";

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    StubGraph() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private record Answer(int status, String body) {}

    /** @param path with its query, behind the version */
    record Request(String method, String path, String body, Map<String, List<String>> headers) {}

    /** One answer for each call, in this order. */
    StubGraph answers(String body) {
        return answers(200, body);
    }

    StubGraph answers(int status, String body) {
        synchronized (answers) {
            answers.add(new Answer(status, body.replace('\'', '"')));
        }
        return this;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    WhatsAppSettings settings() {
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return new WhatsAppSettings(
                "", "", "token", "1", ACCOUNT, "", address, "v26.0", Duration.ofMinutes(1), Map.of());
    }

    GraphCalls calls() {
        return new GraphCalls(
                new GraphEndpoint(settings(), new SandboxMode(false)),
                account -> "token",
                settings(),
                new ObjectMapper());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().toString().replaceFirst("^/v26.0/", "");
        requests.add(new Request(exchange.getRequestMethod(), path, body, Map.copyOf(exchange.getRequestHeaders())));
        Answer answer;
        synchronized (answers) {
            answer = answers.isEmpty() ? new Answer(500, "nothing is prepared") : answers.remove();
        }
        var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
