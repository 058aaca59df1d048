package app.novelo.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.springframework.core.env.Environment;

/** The phones of the sandbox, used as a customer would: over HTTP. */
public class Customer {

    private static final AtomicLong NEXT = new AtomicLong(5511970000000L);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final ObjectMapper json;

    Customer(Environment environment, ObjectMapper json) {
        this.environment = environment;
        this.json = json;
    }

    /** @return a number that nobody has used before in this run */
    public String newPhone() {
        return Long.toString(NEXT.incrementAndGet());
    }

    /** @return the message's id at the channel */
    public String says(String phone, String text) {
        return sends(phone, text(text));
    }

    /** @return a message that is to be sent, with nothing but words */
    public ObjectNode text(String text) {
        var message = json.createObjectNode().put("type", "text");
        message.putObject("text").put("body", text);
        return message;
    }

    /** @return a picture without a caption */
    public ObjectNode picture() {
        var message = json.createObjectNode().put("type", "image");
        message.putObject("image").put("id", "1").put("mime_type", "image/jpeg").put("sha256", "1");
        return message;
    }

    /** @return id of the message that says which button of a question was pressed */
    public String presses(String phone, String id, String title) {
        var message = json.createObjectNode().put("type", "interactive");
        var interactive = message.putObject("interactive").put("type", "button_reply");
        interactive.putObject("button_reply").put("id", id).put("title", title);
        return sends(phone, message);
    }

    public String sends(String phone, ObjectNode message) {
        return post("/sandbox/phones/" + phone + "/messages", message)
                .path("id")
                .asText();
    }

    /** Attaches a file to a message. @return the message's id at the channel */
    public String sendsFile(String phone, String kind, String filename, String type, byte[] bytes) {
        var message = json.createObjectNode().put("type", kind);
        message.putObject(kind).put("id", attaches(phone, filename, type, bytes));
        return sends(phone, message);
    }

    /** @return Meta's id of the file */
    public String attaches(String phone, String filename, String type, byte[] bytes) {
        var form = Multipart.of(filename, type, bytes);
        return call(request("/sandbox/phones/" + phone + "/media")
                        .header("Content-Type", form.contentType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                        .build())
                .path("id")
                .asText();
    }

    /** @param line id of the company's number that the customer writes to */
    public String sends(String phone, String line, ObjectNode message) {
        return post("/sandbox/phones/" + phone + "/messages?line=" + line, message)
                .path("id")
                .asText();
    }

    /** @return the bytes of a file that the phone shows */
    public byte[] opens(String file) {
        try {
            return http.send(
                            request("/sandbox/phones/media/" + file).GET().build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param outcome {@code missed}, {@code declined} or {@code completed} */
    public void calls(String phone, String outcome) {
        post("/sandbox/phones/" + phone + "/calls", json.createObjectNode().put("outcome", outcome));
    }

    public void changesNumber(String phone, String to) {
        post(
                "/sandbox/phones/" + phone + "/number-change",
                json.createObjectNode().put("to", to));
    }

    /** WhatsApp knows him by another user id from now on. */
    public void getsAnotherUserId(String phone) {
        post("/sandbox/phones/" + phone + "/user-change", json.createObjectNode());
    }

    /** @param message WhatsApp's id of one of his own */
    public void edits(String phone, String message, String text) {
        var edit = json.createObjectNode().put("type", "edit");
        edit.putObject("edit")
                .put("original_message_id", message)
                .putObject("message")
                .put("type", "text")
                .putObject("text")
                .put("body", text);
        sends(phone, edit);
    }

    /** @param message WhatsApp's id of one of his own */
    public void deletes(String phone, String message) {
        var revoke = json.createObjectNode().put("type", "revoke");
        revoke.putObject("revoke").put("original_message_id", message);
        sends(phone, revoke);
    }

    /** @param emoji empty = the reaction is taken away */
    public void reacts(String phone, String message, String emoji) {
        var reaction = json.createObjectNode().put("type", "reaction");
        reaction.putObject("reaction").put("message_id", message).put("emoji", emoji);
        sends(phone, reaction);
    }

    /** A webhook that no phone brings about. */
    public void hearsOf(String field, ObjectNode value) {
        post("/sandbox/webhooks", json.createObjectNode().put("field", field).set("value", value));
    }

    /** @return what the phone shows, oldest first */
    public List<JsonNode> sees(String phone) {
        var items = call(request("/sandbox/phones/" + phone + "/messages").GET().build())
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    /** @return the texts that the company has sent to the phone */
    public List<String> received(String phone) {
        return sees(phone).stream()
                .filter(message -> message.path("direction").asText().equals("OUT"))
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** Sending to this phone fails so many times; a code of 0 means that the kind needs none. */
    public void fault(String phone, String kind, int code, int count) {
        var fault =
                json.createObjectNode().put("kind", kind).put("count", count).put("phone", phone);
        if (code > 0) {
            fault.put("code", code);
        }
        post("/sandbox/faults", fault);
    }

    public void fault(ObjectNode fault) {
        post("/sandbox/faults", fault);
    }

    /** From now on the sandbox tells nothing of what it accepts, so that a test can. */
    public void keepStatusesBack() {
        fault(json.createObjectNode().put("kind", "late-statuses").put("delay", "PT1H"));
    }

    public void noFaults() {
        send(request("/sandbox/faults").DELETE().build());
    }

    public JsonNode put(String path, ObjectNode body) {
        return call(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    public JsonNode post(String path, ObjectNode body) {
        return call(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path));
    }

    private JsonNode call(HttpRequest request) {
        var response = send(request);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
