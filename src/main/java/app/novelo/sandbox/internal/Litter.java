package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.springframework.stereotype.Component;

/** What faults strew among the proper parts of a webhook body; none of it may harm its siblings. */
@SandboxOnly
@Component
class Litter {

    private final Faults faults;
    private final MetaJson json;

    Litter(Faults faults, MetaJson json) {
        this.faults = faults;
        this.json = json;
    }

    ObjectNode into(ObjectNode body, List<WebhookUpdate> updates) {
        var changes = (ArrayNode) body.path("entry").path(0).path("changes");
        faults.next(FaultKind.GARBAGE_ELEMENT, updates).ifPresent(fault -> garbage(changes));
        faults.next(FaultKind.UNKNOWN_FIELD, updates).ifPresent(fault -> unknownField(changes));
        faults.next(FaultKind.FOREIGN_LINE, updates).ifPresent(fault -> foreignLine(changes));
        faults.next(FaultKind.VALUE_ERRORS, updates).ifPresent(fault -> errors(changes, updates, fault));
        return body;
    }

    /** Before and after each proper element stands one of the wrong shape. */
    private static void garbage(ArrayNode changes) {
        for (var change : changes) {
            for (var kind : List.of("messages", "statuses", "calls")) {
                if (change.path("value").path(kind) instanceof ArrayNode elements) {
                    elements.insert(0, "not an object").insert(0, 42).insertNull(0);
                    elements.addObject().put("id", 7).putArray("type").add("text");
                    elements.addObject().putObject("from").put("timestamp", "yesterday");
                    elements.addArray();
                }
            }
        }
        changes.insert(0, "nor is this");
    }

    private static void unknownField(ArrayNode changes) {
        var change = changes.addObject().put("field", "telepathy");
        change.putObject("value")
                .put("messaging_product", "whatsapp")
                .putArray("thoughts")
                .add("?");
    }

    private static void foreignLine(ArrayNode changes) {
        var value = changes.addObject().put("field", "messages").putObject("value");
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "4930900000").put("phone_number_id", "999999999999999");
        value.putArray("messages")
                .addObject()
                .put("from", "4915112345678")
                .put("id", "wamid.FOREIGN")
                .put("timestamp", "1790000000")
                .put("type", "text")
                .putObject("text")
                .put("body", "for somebody else");
    }

    private void errors(ArrayNode changes, List<WebhookUpdate> updates, Fault fault) {
        var value = changes.addObject().put("field", "messages").putObject("value");
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "")
                .put("phone_number_id", updates.get(0).line());
        value.putArray("errors").add(GraphError.of(fault.code()).inStatus(json));
    }
}
