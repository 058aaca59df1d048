package app.novelo.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody outside: real HTTP, with or without a password, or logged in to the web applications like a browser. */
public final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String server;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Visitor(int port) {
        this.server = "http://localhost:" + port;
    }

    /** Whoever sends neither password nor cookie. */
    public static Visitor stranger(int port) {
        return new Visitor(port);
    }

    /** Sends his password with every request. */
    public static Visitor withPassword(int port, String user, String password) {
        var visitor = new Visitor(port);
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return visitor.header("Authorization", "Basic " + credentials);
    }

    /** Logged in to one of Camunda's web applications, and sending the token as their pages do. */
    public static Visitor loggedIn(int port, String app, String user, String password) {
        var visitor = new Visitor(port);
        visitor.get("/camunda/app/" + app + "/default/");
        visitor.takeToken();
        var form = "username=" + encoded(user) + "&password=" + encoded(password);
        var answer = visitor.send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/" + app,
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new IllegalStateException(user + " cannot log in to " + app + ": " + answer);
        }
        visitor.get("/camunda/app/" + app + "/default/");
        visitor.takeToken();
        return visitor;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void takeToken() {
        header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .reduce("", (first, last) -> last);
    }

    public Visitor header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Visitor without(String name) {
        headers.remove(name);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer put(String path, String json) {
        return send("PUT", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends files as Camunda Modeler's button does, each part named by its file. */
    public Answer deploy(String path, Map<String, String> files) {
        var body = new StringBuilder();
        part(body, "deployment-name", null, files.keySet().iterator().next());
        part(body, "deployment-source", null, "Camunda Modeler");
        part(body, "enable-duplicate-filtering", null, "true");
        files.forEach((name, content) -> part(body, name, name, content));
        body.append("--modeler--\r\n");
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=modeler",
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void part(StringBuilder body, String name, @Nullable String file, String content) {
        body.append("--modeler\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"');
        if (file != null) {
            body.append("; filename=\"").append(file).append("\"\r\nContent-Type: text/xml");
        }
        body.append("\r\n\r\n").append(content).append("\r\n");
    }

    public Answer send(String method, String path, @Nullable String type, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Accept", "application/json");
        headers.forEach(request::setHeader);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return response.request().method() + " " + response.uri() + " " + status() + " " + body();
        }
    }
}
