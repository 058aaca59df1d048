package app.novelo.channel.whatsapp;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Meta;
import app.novelo.support.NoveloProcess;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program dies while a file comes: the next start goes on where it ended. */
class KilledDownloadTest {

    private static final String LINE = "100000000000009";
    private static final String PASSWORD = "admin-of-tests";
    private static final int SIZE = 400_000;
    private static final int HALF = 200_000;

    private final byte[] file = new byte[SIZE];
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final CountDownLatch restarted = new CountDownLatch(1);
    private HttpServer graph;

    @BeforeEach
    void aGraphApiListens() throws IOException {
        new Random(3).nextBytes(file);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 8);
        graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        graph.setExecutor(Executors.newCachedThreadPool());
        graph.createContext("/file", this::bytes);
        graph.start();
    }

    @AfterEach
    void itStops() {
        restarted.countDown();
        graph.stop(0);
    }

    @Test
    void aFileIsCompletedByTheNextStart(@TempDir Path data) {
        try (var novelo = NoveloProcess.start(data, settings())) {
            hears(novelo);
            eventually(() -> draft(data) >= HALF);

            novelo.restart();
            restarted.countDown();

            var admin = Visitor.withPassword(novelo.port(), "admin", PASSWORD);
            var media = eventually(() -> ready(admin));
            assertThat(media.path("size").asInt()).isEqualTo(SIZE);
            assertThat(media.path("mimeType").asText()).isEqualTo("application/pdf");
            assertThat(ranges).hasSize(2);
            assertThat(ranges.get(1)).as("it is not fetched from the beginning").startsWith("bytes=" + HALF);
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "WHATSAPP_APP_SECRET",
                Meta.SECRET,
                "WHATSAPP_ACCESS_TOKEN",
                "token-of-tests",
                "WHATSAPP_PHONE_NUMBER_ID",
                LINE,
                "WHATSAPP_BUSINESS_ACCOUNT_ID",
                "900000000000009",
                "WHATSAPP_API_BASE_URL",
                address(),
                "NOVELO_ADMIN_USER",
                "admin",
                "NOVELO_ADMIN_PASSWORD",
                PASSWORD);
    }

    private String address() {
        return "http://127.0.0.1:" + graph.getAddress().getPort();
    }

    private static long draft(Path data) {
        try (var all = Files.walk(data.resolve("media"))) {
            return all.filter(path -> path.toString().endsWith(".part"))
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static JsonNode ready(Visitor admin) {
        var conversation =
                admin.get("/api/v1/conversations").json().path("items").path(0);
        var messages =
                admin.get("/api/v1/conversations/" + conversation.path("id").asText() + "/messages");
        for (var message : messages.json().path("items")) {
            if (message.path("media").path("state").asText().equals("READY")) {
                return message.path("media");
            }
        }
        throw new IllegalStateException("not yet");
    }

    private void hears(NoveloProcess novelo) {
        var body =
                """
                {"object":"whatsapp_business_account","entry":[{"id":"900000000000009","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"551140001009","phone_number_id":"%s"},
                "messages":[{"from":"5511999990000","type":"document","id":"wamid.in","timestamp":"%d",
                "document":{"id":"4711","mime_type":"application/pdf","filename":"nota.pdf","url":"%s/file"}}]}}]}]}"""
                        .formatted(LINE, Instant.now().getEpochSecond(), address());
        var signature = Meta.signature(body.getBytes(StandardCharsets.UTF_8), Meta.SECRET);
        assertThat(Visitor.stranger(novelo.port())
                        .header("X-Hub-Signature-256", signature)
                        .post("/webhooks/whatsapp", body)
                        .status())
                .isEqualTo(200);
    }

    /** Half of it the first time, and then nothing, until the program has died. */
    private void bytes(HttpExchange exchange) throws IOException {
        var range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
        ranges.add(range);
        if (ranges.size() == 1) {
            exchange.sendResponseHeaders(200, SIZE);
            exchange.getResponseBody().write(file, 0, HALF);
            exchange.getResponseBody().flush();
            await();
            exchange.close();
            return;
        }
        int from = range.startsWith("bytes=") ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        exchange.getResponseHeaders().set("Content-Range", "bytes %d-%d/%d".formatted(from, SIZE - 1, SIZE));
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, SIZE - from);
        exchange.getResponseBody().write(file, from, SIZE - from);
        exchange.close();
    }

    private void await() {
        try {
            restarted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
