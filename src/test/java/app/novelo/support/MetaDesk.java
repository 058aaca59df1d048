package app.novelo.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.core.env.Environment;

/** Where templates are made in Meta's own tools, and Meta's people who judge them. */
public class MetaDesk {

    private static final String GRAPH = "/sandbox/graph/v26.0/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final ObjectMapper json;
    private final Agent agent;

    MetaDesk(Environment environment, ObjectMapper json, Agent agent) {
        this.environment = environment;
        this.json = json;
        this.agent = agent;
    }

    /** @return a name that no template has had before */
    public String newName() {
        return "t_" + UUID.randomUUID().toString().replace('-', '_');
    }

    /**
     * An approved template that the company knows of.
     *
     * @param components with single quotes
     * @return Meta's id
     */
    public String approved(String name, String language, String category, String components) {
        var id = makes(name, language, category, components);
        known(name, language, "APPROVED");
        return id;
    }

    /** Made and approved; the company may hear of it by a webhook. @return Meta's id */
    public String makes(String name, String language, String category, String components) {
        var body = json.createObjectNode()
                .put("name", name)
                .put("language", language)
                .put("category", category)
                .put("parameter_format", components.matches("(?s).*\\{\\{[a-z].*") ? "NAMED" : "POSITIONAL");
        body.set("components", read(components));
        return call("POST", "/sandbox/templates?status=APPROVED", body.toString())
                .path("id")
                .asText();
    }

    /** Waits until the company knows it so. */
    public JsonNode known(String name, String language, String status) {
        agent.post("marta", "/api/v1/templates/sync", null);
        return Cases.eventually(() -> find(name, language, status));
    }

    /** @return as a manager sees it; null if there is none in this status */
    public JsonNode find(String name, String language, String status) {
        var found = agent.get("marta", "/api/v1/templates?q=" + name + "&status=" + status)
                .body()
                .path("items");
        return StreamSupport.stream(found.spliterator(), false)
                .filter(template -> template.path("name").asText().equals(name)
                        && template.path("language").asText().equals(language))
                .findFirst()
                .orElse(null);
    }

    public void decides(String id, String status) {
        decides(id, json.createObjectNode().put("status", status));
    }

    public void decides(String id, ObjectNode decision) {
        call("POST", "/sandbox/templates/" + id + "/status", decision.toString());
    }

    public void rates(String id, String score) {
        call("POST", "/sandbox/templates/" + id + "/quality", "{\"score\":\"" + score + "\"}");
    }

    /** @param decision {@code category}, and {@code after} for a notice */
    public void categorises(String id, ObjectNode decision) {
        call("POST", "/sandbox/templates/" + id + "/category", decision.toString());
    }

    /** Edited in Meta's own tools, and approved at once. */
    public void edits(String id, String components) {
        var body = json.createObjectNode();
        body.set("components", read(components));
        call("PUT", "/sandbox/templates/" + id, body.toString());
    }

    public void deletes(String id) {
        call("DELETE", "/sandbox/templates/" + id, "");
    }

    /** @return what stands for a file as the sample of a header */
    public String handle(String type, byte[] bytes) {
        var session = call(
                        "POST",
                        GRAPH + "app/uploads?file_name=a&file_type=" + type + "&file_length=" + bytes.length,
                        "")
                .path("id")
                .asText();
        return call("POST", GRAPH + session, new String(bytes, StandardCharsets.ISO_8859_1))
                .path("h")
                .asText();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private JsonNode call(String method, String path, String body) {
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
        var bytes = body.startsWith("{")
                ? body.getBytes(StandardCharsets.UTF_8)
                : body.getBytes(StandardCharsets.ISO_8859_1);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer sandbox-access-token")
                .method(method, BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(path + " answered " + response.statusCode() + " " + response.body());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
