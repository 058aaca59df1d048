package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts updates into one webhook body as Meta does: a value holds messages of one customer or statuses of several, a body
 * holds any number of values.
 */
@SandboxOnly
@Component
class Envelope {

    private record Key(Kind kind, String line, String phone) {}

    private final MetaJson json;
    private final CompanyLine company;
    private final Lines lines;

    Envelope(MetaJson json, CompanyLine company, Lines lines) {
        this.json = json;
        this.company = company;
        this.lines = lines;
    }

    ObjectNode around(List<WebhookUpdate> updates) {
        var changes = json.array();
        var values = new LinkedHashMap<Key, ObjectNode>();
        for (var update : updates) {
            if (update.kind() == Kind.VALUE) {
                changes.add(whole(update));
            } else {
                add(update, values.computeIfAbsent(keyOf(update), key -> value(changes, key)));
            }
        }
        var body = json.object().put("object", "whatsapp_business_account");
        body.putArray("entry")
                .addObject()
                .put("id", company.businessAccountId())
                .set("changes", changes);
        return body;
    }

    private static Key keyOf(WebhookUpdate update) {
        var phone = update.kind() == Kind.STATUSES ? "" : update.phone().value();
        return new Key(update.kind(), update.line(), phone);
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
        change.remove("complete");
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
