package app.novelo.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The sandbox's people at our API, each with his own name and password. */
public class Agent {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final ObjectMapper json;

    Agent(Environment environment, ObjectMapper json) {
        this.environment = environment;
        this.json = json;
    }

    /** What the server said. */
    public record Answer(int status, JsonNode body) {

        /** @return last part of the problem's type */
        public String problem() {
            var type = body.path("type").asText();
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    public Answer get(String user, String path) {
        return send(request(user, path).GET().build());
    }

    public Answer get(String user, String path, String accept) {
        return send(request(user, path).setHeader("Accept", accept).GET().build());
    }

    public Answer post(String user, String path, @Nullable Object body) {
        return post(user, path, body, Map.of());
    }

    public Answer post(String user, String path, @Nullable Object body, Map<String, String> headers) {
        var request = request(user, path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(
                request.POST(HttpRequest.BodyPublishers.ofString(write(body))).build());
    }

    public Answer put(String user, String path, Object body) {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(write(body)))
                .build());
    }

    public Answer putsCsv(String user, String path, String text) {
        return send(request(user, path)
                .header("Content-Type", "text/csv")
                .PUT(HttpRequest.BodyPublishers.ofString(text))
                .build());
    }

    public Answer patch(String user, String path, Object body) {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(write(body)))
                .build());
    }

    public Answer delete(String user, String path) {
        return send(request(user, path).DELETE().build());
    }

    /** Uploads a file that is to be sent. */
    public Answer uploads(String user, Multipart form) {
        return uploads(user, "/api/v1/media", form);
    }

    public Answer uploads(String user, String path, Multipart form) {
        return send(request(user, path)
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                .build());
    }

    /** @return the bytes behind a path with all that the server says of them */
    public HttpResponse<byte[]> bytes(String user, String path, String... headers) {
        var request = request(user, path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer writes(String user, String conversation, String text) {
        return post(user, "/api/v1/conversations/" + conversation + "/messages", Map.of("kind", "text", "text", text));
    }

    /** @return the newest two hundred or fewer messages of a short conversation, as a manager sees them */
    public List<JsonNode> messages(String conversation) {
        var page = get("marta", "/api/v1/conversations/" + conversation + "/messages?limit=200");
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .toList();
    }

    /** @return one of them */
    public JsonNode message(String conversation, String id) {
        return messages(conversation).stream()
                .filter(message -> message.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private HttpRequest.Builder request(String user, String path) {
        var password = user.equals("admin") ? "admin-of-tests" : "people-of-tests";
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path))
                .header("Authorization", "Basic " + credentials);
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), json.readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String write(@Nullable Object body) {
        try {
            return body == null ? "{}" : json.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
