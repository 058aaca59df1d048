package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts updates into one webhook body as Meta does: a value holds messages of one customer or statuses of several, a body
 * holds any number of values.
 */
@SandboxOnly
@Component
class Envelope {

    /** Of an account's change, beside its field and value: seconds. */
    static final String TIME = "time";

    private record Key(Kind kind, String account, String line, String phone) {}

    /** @param time seconds; null where Meta names none */
    private record Entry(String account, @Nullable Long time) {}

    private final MetaJson json;
    private final CompanyLines lines;

    Envelope(MetaJson json, CompanyLines lines) {
        this.json = json;
        this.lines = lines;
    }

    ObjectNode around(List<WebhookUpdate> updates) {
        var body = json.object().put("object", "whatsapp_business_account");
        var entries = body.putArray("entry");
        var changes = new LinkedHashMap<Entry, ArrayNode>();
        var values = new LinkedHashMap<Key, ObjectNode>();
        for (var update : updates) {
            var there = changes.computeIfAbsent(entryOf(update), entry -> changes(entries, entry));
            if (update.kind() == Kind.VALUE || update.kind() == Kind.ACCOUNT) {
                there.add(whole(update));
            } else {
                add(update, values.computeIfAbsent(keyOf(update), key -> value(there, key)));
            }
        }
        return body;
    }

    /** What is told of an account carries the time at which it happened. */
    private static Entry entryOf(WebhookUpdate update) {
        var time = update.item().path(TIME);
        return new Entry(update.account(), update.kind() == Kind.ACCOUNT ? time.asLong() : null);
    }

    private static ArrayNode changes(ArrayNode entries, Entry entry) {
        var added = entries.addObject().put("id", entry.account());
        if (entry.time() != null) {
            added.put(TIME, entry.time());
        }
        return added.putArray("changes");
    }

    private static Key keyOf(WebhookUpdate update) {
        var phone = update.kind() == Kind.STATUSES ? "" : update.phone().value();
        return new Key(update.kind(), update.account(), update.line(), phone);
    }

    private static void add(WebhookUpdate update, ObjectNode value) {
        if (update.contact() != null) {
            addOnce(update.contact(), value.withArray("contacts"));
        }
        value.withArray(update.kind().word()).add(update.item());
    }

    private static void addOnce(JsonNode contact, ArrayNode contacts) {
        for (var present : contacts) {
            if (present.equals(contact)) {
                return;
            }
        }
        contacts.add(contact);
    }

    private ObjectNode value(ArrayNode changes, Key key) {
        var change = changes.addObject().put("field", key.kind().field());
        return about(change.putObject("value"), key.line());
    }

    /** What a script wants to be told, as it is; where it names neither product nor line they are filled in. */
    private ObjectNode whole(WebhookUpdate update) {
        var change = update.item().deepCopy();
        if (change.path("value") instanceof ObjectNode value
                && change.path("complete").asBoolean()) {
            about(value, update.line());
        }
        change.remove(List.of("complete", TIME));
        return change;
    }

    private ObjectNode about(ObjectNode value, String line) {
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", lines.find(line).map(Line::digits).orElse(""))
                .put("phone_number_id", line);
        return value;
    }
}
