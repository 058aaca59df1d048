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

    private final MetaJson json;
    private final CompanyLine line;

    Envelope(MetaJson json, CompanyLine line) {
        this.json = json;
        this.line = line;
    }

    String around(List<WebhookUpdate> updates) {
        var values = new LinkedHashMap<String, ObjectNode>();
        for (var update : updates) {
            add(update, values.computeIfAbsent(keyOf(update), key -> value()));
        }
        var changes = json.array();
        for (var value : values.values()) {
            changes.addObject().put("field", "messages").set("value", value);
        }
        var body = json.object().put("object", "whatsapp_business_account");
        body.putArray("entry").addObject().put("id", line.businessAccountId()).set("changes", changes);
        return json.text(body);
    }

    private static String keyOf(WebhookUpdate update) {
        return update.kind() == Kind.STATUSES ? "" : update.phone().value();
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

    private ObjectNode value() {
        var value = json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", line.digits())
                .put("phone_number_id", line.phoneNumberId());
        return value;
    }
}
