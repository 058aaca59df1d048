package app.novelo.channel.whatsapp;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Meta;
import app.novelo.support.NoveloProcess;
import app.novelo.support.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a company runs it: no sandbox, the Graph API wherever {@code WHATSAPP_API_BASE_URL} says. */
class OtherGraphTest {

    private static final String LINE = "100000000000009";
    private static final String PASSWORD = "admin-of-tests";

    private final ObjectMapper json = new ObjectMapper();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer graph;

    private record Call(String path, String authorization, JsonNode body) {}

    @BeforeEach
    void aGraphApiListens() throws IOException {
        graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        graph.createContext("/", this::answer);
        graph.start();
    }

    @AfterEach
    void itStops() {
        graph.stop(0);
    }

    @Test
    void aMessageBecomesATicketItsProtocolGoesOutAndItsStatusComesBack(@TempDir Path data) {
        try (var novelo = NoveloProcess.start(data, settings())) {
            var admin = Visitor.withPassword(novelo.port(), "admin", PASSWORD);
            hears(
                    novelo,
                    "messages",
                    "\"from\":\"5511999990000\",\"type\":\"text\",\"text\":{\"body\":\"minha geladeira não gela\"}",
                    "wamid.in");

            var call = eventually(() -> sent().get(0));
            assertThat(call.path).isEqualTo("/v26.0/" + LINE + "/messages");
            assertThat(call.authorization).isEqualTo("Bearer token-of-tests");
            assertThat(call.body.path("to").asText()).endsWith("5511999990000");
            assertThat(call.body.path("text").path("body").asText()).contains("T-");
            hears(novelo, "statuses", "\"status\":\"read\",\"recipient_id\":\"5511999990000\"", "wamid.out");

            var conversation = admin.get("/api/v1/conversations")
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
            var shown = eventually(() -> read(admin, conversation));
            assertThat(shown.path("providerId").asText()).isEqualTo("wamid.out");
            assertThat(call.body.path("biz_opaque_callback_data").asText())
                    .isEqualTo(shown.path("id").asText());
            assertThat(admin.get("/sandbox").status()).isEqualTo(404);
            assertThat(sent()).hasSize(1);
            assertThat(calls).allMatch(any -> any.authorization.equals("Bearer token-of-tests"));
        }
    }

    /** Its templates are asked for as well. */
    private List<Call> sent() {
        return calls.stream().filter(call -> call.path.endsWith("/messages")).toList();
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
                "http://127.0.0.1:" + graph.getAddress().getPort(),
                "NOVELO_ADMIN_USER",
                "admin",
                "NOVELO_ADMIN_PASSWORD",
                PASSWORD);
    }

    private static JsonNode read(Visitor admin, String conversation) {
        for (var message : admin.get("/api/v1/conversations/" + conversation + "/messages")
                .json()
                .path("items")) {
            if (message.path("status").asText().equals("READ")) {
                return message;
            }
        }
        throw new IllegalStateException("not yet");
    }

    private static void hears(NoveloProcess novelo, String kind, String members, String id) {
        var body =
                """
                {"object":"whatsapp_business_account","entry":[{"id":"900000000000009","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"551140001009","phone_number_id":"%s"},
                "%s":[{%s,"id":"%s","timestamp":"%d"}]}}]}]}"""
                        .formatted(LINE, kind, members, id, Instant.now().getEpochSecond());
        var signature = Meta.signature(body.getBytes(StandardCharsets.UTF_8), Meta.SECRET);
        assertThat(Visitor.stranger(novelo.port())
                        .header("X-Hub-Signature-256", signature)
                        .post("/webhooks/whatsapp", body)
                        .status())
                .isEqualTo(200);
    }

    /** Whatever else Meta is asked, it does not know. */
    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().endsWith("/messages")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        calls.add(new Call(
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                json.readTree(exchange.getRequestBody())));
        var answer = "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
