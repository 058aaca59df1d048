package app.novelo.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Meta as our webhook sees it: raw bodies, signed or not, also such as the sandbox would never send. */
public class Meta {

    public static final String SECRET = "secret-of-tests";
    public static final String OLD_SECRET = "secret-of-last-year";
    public static final String VERIFY_TOKEN = "token-of-tests";
    public static final String LINE = "100000000000001";

    private static final String HOOK = "/webhooks/whatsapp";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final ObjectMapper json;
    private final Clock clock;

    Meta(Environment environment, ObjectMapper json, Clock clock) {
        this.environment = environment;
        this.json = json;
        this.clock = clock;
    }

    private String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    /** @return id of a message that does not exist yet */
    public String newId() {
        return "wamid." + UUID.randomUUID();
    }

    public ObjectNode message(String phone, String id, String type) {
        return json.createObjectNode()
                .put("from", phone)
                .put("id", id)
                .put("timestamp", now())
                .put("type", type);
    }

    public ObjectNode text(String phone, String id, String body) {
        var message = message(phone, id, "text");
        message.putObject("text").put("body", body);
        return message;
    }

    public ObjectNode contact(String phone, String name) {
        var contact = json.createObjectNode().put("wa_id", phone);
        contact.putObject("profile").put("name", name);
        return contact;
    }

    public ObjectNode status(String id, String status) {
        return json.createObjectNode()
                .put("id", id)
                .put("status", status)
                .put("timestamp", now())
                .put("recipient_id", "5511900000000");
    }

    public ObjectNode failed(String id, int code, String title, String details) {
        var status = status(id, "failed");
        var error = status.putArray("errors").addObject();
        error.put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", details);
        return status;
    }

    /** One {@code changes[]} with the line's metadata. */
    public ObjectNode change(String kind, List<? extends JsonNode> elements, JsonNode... contacts) {
        var change = json.createObjectNode().put("field", "messages");
        var value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "551140001000").put("phone_number_id", LINE);
        if (contacts.length > 0) {
            value.putArray("contacts").addAll(List.of(contacts));
        }
        value.putArray(kind).addAll(elements);
        return change;
    }

    /** One {@code changes[]} of another field. @param list under which its elements stand */
    public ObjectNode change(String field, String list, List<? extends JsonNode> elements) {
        return change(list, elements).put("field", field);
    }

    /** What the company wrote to the customer in the app on its own phone. */
    public ObjectNode echo(String phone, String id, String type) {
        var echo = message("551140001000", id, type);
        return echo.put("to", phone);
    }

    public ObjectNode echo(String phone, String id, String type, JsonNode own) {
        var echo = echo(phone, id, type);
        echo.set(type, own);
        return echo;
    }

    public void echoes(ObjectNode... echoes) {
        taken(delivery(change("smb_message_echoes", "message_echoes", List.of(echoes))));
    }

    /** Chats of the past, as the app on the company's phone remembers them. @param thread messages by the number of their customer */
    public ObjectNode history(int phase, int order, int progress, Map<String, List<ObjectNode>> thread) {
        var chunk = json.createObjectNode();
        chunk.putObject("metadata")
                .put("phase", phase)
                .put("chunk_order", order)
                .put("progress", progress);
        var threads = chunk.putArray("threads");
        thread.forEach((phone, messages) ->
                threads.addObject().put("id", phone).putArray("messages").addAll(messages));
        return change("history", "history", List.of(chunk));
    }

    public ObjectNode delivery(JsonNode... changes) {
        var delivery = json.createObjectNode().put("object", "whatsapp_business_account");
        var entry = delivery.putArray("entry").addObject().put("id", "900000000000001");
        entry.putArray("changes").addAll(List.of(changes));
        return delivery;
    }

    public void delivers(ObjectNode... messages) {
        taken(delivery(change("messages", List.of(messages))));
    }

    public void reports(ObjectNode... statuses) {
        taken(delivery(change("statuses", List.of(statuses))));
    }

    /** Delivers and insists on the 200. */
    public void taken(JsonNode delivery) {
        var answer = posts(delivery.toString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the webhook answered " + answer.statusCode() + " " + answer.body());
        }
    }

    public HttpResponse<String> posts(String body) {
        return posts(body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> posts(byte[] body) {
        return posts("", body, signature(body, SECRET));
    }

    /** @param app last part of the address; empty for the first app */
    public HttpResponse<String> posts(String app, byte[] body, @Nullable String signature) {
        var request = HttpRequest.newBuilder(address(app.isEmpty() ? HOOK : HOOK + "/" + app))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        return send(request.build());
    }

    public HttpResponse<String> verifies(String query) {
        return send(HttpRequest.newBuilder(address(HOOK + "?" + query)).GET().build());
    }

    public static String signature(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
