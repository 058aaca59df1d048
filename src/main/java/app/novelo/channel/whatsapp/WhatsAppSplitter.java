package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelError;
import app.novelo.channel.Circumstances;
import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;
import app.novelo.channel.Line;
import app.novelo.channel.MediaReference;
import app.novelo.channel.Sender;
import app.novelo.channel.Splitter;
import app.novelo.channel.StatusUpdate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the Cloud API's webhooks: every level may hold many, and a bad one never takes its siblings along. */
@Component
class WhatsAppSplitter implements Splitter {

    static final String CHANNEL = "whatsapp";

    /** A wamid is opaque; Meta asks to allow at least 256 characters. */
    private static final int LONGEST_ID = 1024;

    /** A user id has at most 160 characters, a phone number id or a field's name fewer. */
    private static final int LONGEST_KEY = 200;

    private final ObjectMapper json;

    WhatsAppSplitter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean reads(String app) {
        return app.equals(CHANNEL);
    }

    @Override
    public List<Element> split(byte[] body) {
        try {
            var elements = new ArrayList<Element>();
            for (var entry : json.readTree(body).path("entry")) {
                entry.path("changes").forEach(change -> change(change, elements));
            }
            return elements.isEmpty() ? List.of(new Unreadable("", "nothing in it can be read")) : elements;
        } catch (IOException | RuntimeException e) {
            return List.of(new Unreadable(
                    "", "not JSON as WhatsApp sends it: " + e.getClass().getSimpleName()));
        }
    }

    private void change(JsonNode change, List<Element> elements) {
        var field = change.path("field").asText();
        var value = change.path("value");
        if (!field.equals("messages") || !(value.has("messages") || value.has("statuses"))) {
            elements.add(new Notice(isKey(field) ? field : "?", value.toString()));
            return;
        }
        each(value, "messages", elements, message -> message(value, message));
        each(value, "statuses", elements, status -> new Status(status.toString()));
    }

    private static void each(JsonNode value, String name, List<Element> elements, Function<JsonNode, Element> read) {
        var list = value.path(name);
        if (!list.isArray() && !list.isMissingNode()) {
            elements.add(new Unreadable(value.toString(), name + " is not a list"));
            return;
        }
        list.forEach(element -> elements.add(read.apply(element)));
    }

    private Element message(JsonNode value, JsonNode message) {
        var line = value.path("metadata").path("phone_number_id").asText();
        var customer = firstText(message.path("from_user_id"), message.path("from"));
        var payload = payload(value, message, customer);
        if (customer == null
                || !isKey(customer)
                || !isKey(line)
                || message.path("id").asText().isEmpty()) {
            return new Unreadable(payload, "a message without line, sender or id");
        }
        return new Message(line, customer, payload);
    }

    /** What rows are found by: an index takes neither NUL nor a whole novel. */
    private static boolean isKey(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_KEY && text.indexOf('\0') < 0;
    }

    private String payload(JsonNode value, JsonNode message, @Nullable String customer) {
        ObjectNode payload = json.createObjectNode();
        payload.set("message", message);
        payload.set("contact", contact(value, message, customer));
        return payload.toString();
    }

    /** The contact of this message: matched by either id, else the only one beside the only message. */
    private static JsonNode contact(JsonNode value, JsonNode message, @Nullable String customer) {
        var contacts = value.path("contacts");
        boolean alone = contacts.size() == 1 && value.path("messages").size() == 1;
        var phone = message.path("from").asText();
        return StreamSupport.stream(contacts.spliterator(), false)
                .filter(contact -> contact.path("user_id").asText().equals(customer)
                        || !phone.isEmpty() && contact.path("wa_id").asText().equals(phone))
                .findFirst()
                .orElse(contacts.path(alone ? 0 : -1));
    }

    @Override
    public InboundMessage message(Line line, String payload) {
        var root = read(payload);
        var message = root.path("message");
        var kind = firstText(message.path("type"));
        return new InboundMessage(
                line,
                sender(message, root.path("contact")),
                id(message.path("id")),
                time(message.path("timestamp")),
                kind == null ? "unknown" : kind,
                "text".equals(kind) ? message.path("text").path("body").asText() : null,
                "text".equals(kind) ? new Content.Text(false) : null,
                media(message.path(kind == null ? "" : kind)),
                Circumstances.NONE,
                firstText(message.path("context").path("id")),
                message);
    }

    /** What every kind of file has in common. */
    private static @Nullable MediaReference media(JsonNode file) {
        var id = firstText(file.path("id"));
        if (id == null || !(file.has("mime_type") || file.has("sha256"))) {
            return null;
        }
        return new MediaReference(
                id,
                firstText(file.path("url")),
                firstText(file.path("mime_type")),
                firstText(file.path("sha256")),
                firstText(file.path("filename")),
                file.path("voice").asBoolean(),
                file.path("animated").asBoolean());
    }

    private static Sender sender(JsonNode message, JsonNode contact) {
        return new Sender(
                firstText(contact.path("wa_id"), message.path("from")),
                firstText(message.path("from_user_id"), contact.path("user_id")),
                firstText(message.path("from_parent_user_id"), contact.path("parent_user_id")),
                firstText(contact.path("profile").path("username")),
                firstText(contact.path("profile").path("name")));
    }

    @Override
    public StatusUpdate status(String payload) {
        var status = read(payload);
        var pricing = status.path("pricing");
        return new StatusUpdate(
                id(status.path("id")),
                firstText(status.path("biz_opaque_callback_data")),
                status.path("status").asText(),
                time(status.path("timestamp")),
                errors(status.path("errors")),
                pricing.isMissingNode() ? null : pricing.toString());
    }

    private static List<ChannelError> errors(JsonNode errors) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> new ChannelError(
                        error.path("code").asInt(),
                        error.path("title").asText(),
                        firstText(error.path("error_data").path("details"), error.path("message"))))
                .toList();
    }

    private JsonNode read(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static String id(JsonNode id) {
        var text = id.asText();
        if (text.isEmpty() || text.length() > LONGEST_ID || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an id is missing, holds NUL or is longer than " + LONGEST_ID);
        }
        return text;
    }

    /** Meta writes seconds as a string; a number is taken as well. Before 1970 nobody wrote: no list would show it. */
    private static Instant time(JsonNode seconds) {
        try {
            long since1970 = Long.parseLong(seconds.asText());
            if (since1970 >= 0) {
                return Instant.ofEpochSecond(since1970);
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("not a time in seconds", e);
        }
        throw new IllegalArgumentException("a time before 1970");
    }

    /** PostgreSQL keeps every character but NUL. */
    private static @Nullable String firstText(JsonNode... candidates) {
        for (var candidate : candidates) {
            if (candidate.isValueNode() && !candidate.asText().isEmpty() && !candidate.isNull()) {
                return candidate.asText().replace('\0', '\uFFFD');
            }
        }
        return null;
    }
}
