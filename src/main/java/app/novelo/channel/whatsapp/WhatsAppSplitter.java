package app.novelo.channel.whatsapp;

import app.novelo.channel.InboundMessage;
import app.novelo.channel.Line;
import app.novelo.channel.Past;
import app.novelo.channel.Splitter;
import app.novelo.channel.StatusUpdate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Reads the Cloud API's webhooks: every level may hold many, and a bad one never takes its siblings along. */
@Component
class WhatsAppSplitter implements Splitter {

    static final String CHANNEL = "whatsapp";

    /** A user id has at most 160 characters, a phone number id or a field's name fewer. */
    private static final int LONGEST_KEY = 200;

    private final ObjectMapper json;
    private final InboundReader reader;

    WhatsAppSplitter(ObjectMapper json) {
        this.json = json;
        this.reader = new InboundReader(json);
    }

    @Override
    public boolean reads(String app) {
        return app.equals(CHANNEL);
    }

    @Override
    public List<Element> split(byte[] body) {
        try {
            var elements = new ArrayList<Element>();
            var delivery = json.readTree(body);
            if (delivery.path("object").asText().equals(WebhookCheck.OBJECT)) {
                return List.of();
            }
            for (var entry : delivery.path("entry")) {
                var account = entry.path("id").asText();
                entry.path("changes").forEach(change -> change(key(account), change, elements));
            }
            return elements.isEmpty() ? List.of(new Unreadable("", "nothing in it can be read")) : elements;
        } catch (IOException | RuntimeException e) {
            return List.of(new Unreadable(
                    "", "not JSON as WhatsApp sends it: " + e.getClass().getSimpleName()));
        }
    }

    private void change(String account, JsonNode change, List<Element> elements) {
        var field = change.path("field").asText();
        var value = change.path("value");
        if (field.equals("messages") && (value.has("messages") || value.has("statuses"))) {
            each(value, "messages", elements, message -> message(value, message));
            each(value, "statuses", elements, status -> status(value, status));
        } else if (field.equals("calls") && value.has("calls")) {
            each(value, "calls", elements, call -> call(account, value, call));
            each(value, "statuses", elements, status -> new Notice(account, field, status.toString()));
        } else if (field.equals(Echoes.FIELD) && value.has(Echoes.LIST)) {
            each(value, Echoes.LIST, elements, echo -> Echoes.element(json, value, echo));
        } else if (Histories.isIn(field, value)) {
            Histories.split(json, account, value, elements);
        } else if (UserIdUpdates.isIn(field, value)) {
            each(value, field, elements, update -> message(value, UserIdUpdates.message(json, update)));
        } else {
            elements.add(new Notice(account, isKey(field) ? field : "?", value.toString()));
        }
    }

    private static void each(JsonNode value, String name, List<Element> elements, Function<JsonNode, Element> read) {
        var list = value.path(name);
        if (!list.isArray() && !list.isMissingNode()) {
            elements.add(new Unreadable(value.toString(), name + " is not a list"));
            return;
        }
        list.forEach(element -> elements.add(read.apply(element)));
    }

    /** Which line it is about stands beside it, and decides who pays. */
    private static Element status(JsonNode value, JsonNode status) {
        if (status instanceof ObjectNode object) {
            object.set(Charges.LINE, value.path("metadata").path(Charges.LINE));
        }
        return new Status(status.toString());
    }

    /** What was said in a group is nobody's own conversation. */
    private Element message(JsonNode value, JsonNode message) {
        var errors = value.path("errors");
        if (message instanceof ObjectNode object && errors.isArray() && !message.has("errors")) {
            object.set("errors", errors);
        }
        return message.hasNonNull("group_id")
                ? new Unreadable(message.toString(), "said in a group: this release reads no groups")
                : inLane(value, message, InboundReader.MESSAGE);
    }

    private Element call(String account, JsonNode value, JsonNode call) {
        return Calls.isOfCustomer(call)
                ? inLane(value, call, InboundReader.CALL)
                : new Notice(account, "calls", call.toString());
    }

    private Element inLane(JsonNode value, JsonNode own, String what) {
        var line = value.path("metadata").path("phone_number_id").asText();
        var customer = InboundReader.customer(own);
        var payload = payload(value, own, what);
        if (customer == null
                || !isKey(customer)
                || !isKey(line)
                || own.path("id").asText().isEmpty()) {
            return new Unreadable(payload, "a " + what + " without line, sender or id");
        }
        return new Message(line, customer, payload);
    }

    /** What rows are found by: an index takes neither NUL nor a whole novel. */
    static boolean isKey(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_KEY && text.indexOf('\0') < 0;
    }

    private static String key(String text) {
        return isKey(text) ? text : "";
    }

    private String payload(JsonNode value, JsonNode own, String what) {
        ObjectNode payload = json.createObjectNode();
        payload.set(what, own);
        payload.set(InboundReader.CONTACT, contact(value, own, what + "s"));
        return payload.toString();
    }

    /** The contact of this message: matched by either id, else the only one beside the only message. */
    private static JsonNode contact(JsonNode value, JsonNode own, String list) {
        var contacts = value.path("contacts");
        boolean alone = contacts.size() == 1 && value.path(list).size() == 1;
        var customer = InboundReader.customer(own);
        var phone = own.path("from").asText();
        return StreamSupport.stream(contacts.spliterator(), false)
                .filter(contact -> contact.path("user_id").asText().equals(customer)
                        || !phone.isEmpty() && contact.path("wa_id").asText().equals(phone))
                .findFirst()
                .orElse(contacts.path(alone ? 0 : -1));
    }

    @Override
    public InboundMessage message(Line line, String payload) {
        return reader.read(line, read(payload));
    }

    @Override
    public Past past(Line line, String payload) {
        return new PastReader(reader).read(line, read(payload));
    }

    @Override
    public StatusUpdate status(String payload) {
        var status = read(payload);
        var pricing = status.path("pricing");
        return new StatusUpdate(
                InboundReader.id(status.path("id")),
                Fields.text(status.path("biz_opaque_callback_data")),
                status.path("status").asText(),
                InboundReader.time(status.path("timestamp")),
                Surroundings.errors(status.path("errors")),
                pricing.isMissingNode() || pricing.isNull() ? null : pricing.toString(),
                Charges.of(status));
    }

    private JsonNode read(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
