package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Talks to the stand-in over HTTP, as the business and as the customer. */
@SpringBootTest(classes = SandboxAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class SandboxTest {

    static final Business BUSINESS = new Business();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A customer of this test alone. */
    final String customer = "551199%07d".formatted(10_000 + NEXT.incrementAndGet());

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void webhook(DynamicPropertyRegistry registry) {
        registry.add("novelo.sandbox.webhook-url", BUSINESS::url);
    }

    @BeforeEach
    void beginWithoutFaults() throws Exception {
        call("DELETE", "/sandbox/faults", "");
    }

    @AfterEach
    void clearFaults() throws Exception {
        call("DELETE", "/sandbox/faults", "");
    }

    record Answer(int status, JsonNode body) {
        int code() {
            return body.path("error").path("code").asInt();
        }
    }

    Answer call(String method, String path, String body, String... headers) throws Exception {
        var request = request(path).method(method, BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        var json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return new Answer(response.statusCode(), JSON.readTree(json ? response.body() : "null"));
    }

    /** The customer writes. @return the message's id */
    String customerWrites(String text) throws Exception {
        var body = JSON.createObjectNode().put("type", "text");
        body.putObject("text").put("body", text);
        var answer = call("POST", "/sandbox/phones/%s/messages".formatted(customer), body.toString());
        return answer.body().path("id").asText();
    }

    List<JsonNode> chat() throws Exception {
        var items = call("GET", "/sandbox/phones/%s/messages".formatted(customer), "")
                .body()
                .path("items");
        return JSON.convertValue(items, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    /** The business sends a request to the Graph API. */
    Answer graph(String body) throws Exception {
        return graph("100000000000001", body, "Authorization", "Bearer sandbox-access-token");
    }

    Answer graph(String line, String body, String... headers) throws Exception {
        return call("POST", "/sandbox/graph/v26.0/%s/messages".formatted(line), body, headers);
    }

    /** A business account of this test alone, with a number and a token, which the app has subscribed to. */
    record Waba(String id, String line, String token) {
        String[] shown() {
            return new String[] {"Authorization", "Bearer " + token};
        }
    }

    Waba newAccount() throws Exception {
        var id = call("POST", "/sandbox/accounts", "{}").body().path("id").asText();
        var line = call("POST", "/sandbox/lines", "{\"account\":\"%s\"}".formatted(id))
                .body()
                .path("id")
                .asText();
        var token = call("POST", "/sandbox/accounts/%s/tokens".formatted(id), "{}")
                .body()
                .path("value")
                .asText();
        var account = new Waba(id, line, token);
        call("PUT", "/sandbox/accounts/" + id, "{\"reviewMillis\":0}");
        manage(account, "POST", id + "/subscribed_apps", "");
        return account;
    }

    /** The business manages its account. @param path below the version */
    Answer manage(Waba account, String method, String path, String body) throws Exception {
        return call(method, "/sandbox/graph/v26.0/" + path, body, account.shown());
    }

    /** @return what was told of the account in this field, once it is so many */
    static List<JsonNode> news(Waba account, String field, int count) throws InterruptedException {
        return eventually(() -> BUSINESS.told(account.id(), field), seen -> seen.size() >= count);
    }

    Answer businessWrites(String text) throws Exception {
        return graph(text(text));
    }

    String text(String text) {
        return to("\"type\":\"text\",\"text\":{\"body\":\"%s\"}".formatted(text));
    }

    /** @return a request to this test's customer with these members */
    String to(String members) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"+%s\",%s}".formatted(customer, members);
    }

    void fault(String json) throws Exception {
        call("POST", "/sandbox/faults", json);
    }

    static <T> T eventually(Supplier<T> look, java.util.function.Predicate<T> enough) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var seen = look.get();
        while (!enough.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain; at last there was " + seen);
            }
            Thread.sleep(20);
            seen = look.get();
        }
        return seen;
    }

    /** Waits until the stand-in has nothing more to tell of earlier tests. */
    static void quiet() throws InterruptedException {
        var before = -1;
        while (before != BUSINESS.deliveries().size()) {
            before = BUSINESS.deliveries().size();
            Thread.sleep(350);
        }
    }

    /** @return elements of {@code messages} or {@code statuses} about this test's customer, as they arrived */
    List<JsonNode> told(String kind) {
        var user = Phone.fresh(Digits.of(customer)).userId();
        return BUSINESS.all(kind).stream()
                .filter(item -> item.path("from_user_id").asText().equals(user)
                        || item.path("recipient_user_id").asText().equals(user)
                        || item.path("recipient_id").asText().equals(customer))
                .toList();
    }

    /** @return the first delivery that names this test's customer */
    Business.Delivery delivery() {
        var user = Phone.fresh(Digits.of(customer)).userId();
        return BUSINESS.deliveries().stream()
                .filter(delivery -> delivery.body().toString().contains(user))
                .findFirst()
                .orElseThrow();
    }

    /** @return the value of that delivery which holds this customer's message */
    JsonNode value() {
        var user = Phone.fresh(Digits.of(customer)).userId();
        return BUSINESS.values().stream()
                .filter(value -> value.path("messages").toString().contains(user))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> statuses(int count) throws InterruptedException {
        return eventually(() -> told("statuses"), seen -> seen.size() >= count);
    }

    List<JsonNode> messages(int count) throws InterruptedException {
        return eventually(() -> told("messages"), seen -> seen.size() >= count);
    }

    static List<String> words(List<JsonNode> statuses) {
        return statuses.stream().map(status -> status.path("status").asText()).toList();
    }
}
