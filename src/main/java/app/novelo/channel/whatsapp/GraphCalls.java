package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Calls of the Graph API that are no messages: about an account and what belongs to it. Never inside a transaction. */
@Component
class GraphCalls {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A page of a hundred templates has half a megabyte. */
    private static final int LONGEST_ANSWER = 16 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final GraphEndpoint endpoint;
    private final Tokens tokens;
    private final WhatsAppSettings settings;
    private final ObjectMapper json;

    GraphCalls(GraphEndpoint endpoint, Tokens tokens, WhatsAppSettings settings, ObjectMapper json) {
        this.endpoint = endpoint;
        this.tokens = tokens;
        this.settings = settings;
        this.json = json;
    }

    /** @param path behind the version, without a slash at its beginning; its values are {@link #encoded} */
    JsonNode get(String account, String path) throws IOException, GraphRefused {
        return call(request(account, path).GET());
    }

    JsonNode post(String account, String path, JsonNode body) throws IOException, GraphRefused {
        return call(request(account, path)
                .header("Content-Type", "application/json")
                .POST(bytes(body)));
    }

    JsonNode delete(String account, String path) throws IOException, GraphRefused {
        return call(request(account, path).DELETE());
    }

    /** The account tells whose token it is. */
    HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(URI.create(endpoint.address() + "/" + path))
                .timeout(settings.timeout())
                .header("Authorization", "Bearer " + tokens.of(account));
    }

    JsonNode call(HttpRequest.Builder request) throws IOException, GraphRefused {
        try {
            var response = http.send(request.build(), BodyHandlers.ofInputStream());
            var answer = read(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new GraphRefused(response.statusCode(), answer.path("error"));
            }
            if (!answer.isObject()) {
                throw new IOException("an answer that is not JSON");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private JsonNode read(InputStream body) throws IOException {
        try (body) {
            var bytes = body.readNBytes(LONGEST_ANSWER);
            return parsed(bytes);
        }
    }

    private JsonNode parsed(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private BodyPublisher bytes(JsonNode body) throws IOException {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
