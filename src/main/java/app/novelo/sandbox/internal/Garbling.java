package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** What WhatsApp makes of messages that it does not, or not yet, hand to a business. */
@SandboxOnly
@Component
class Garbling {

    private final Faults faults;
    private final MetaJson json;

    Garbling(Faults faults, MetaJson json) {
        this.faults = faults;
        this.json = json;
    }

    ObjectNode of(ChatMessage message) {
        var fault = faults.next(
                FaultKind.Group.INBOUND.without(),
                message.line(),
                message.phone().value());
        var body = message.body().deepCopy();
        if (fault.isPresent()) {
            garble(body, message.type(), fault.get());
        } else if (message.type().equals("unsupported") && !body.has("errors")) {
            explain(body, 131051, body.path("unsupported").path("type").asText("poll_creation"));
        }
        return body;
    }

    private void garble(ObjectNode body, String type, Fault fault) {
        var content = body.remove(type);
        switch (fault.kind()) {
            case UNKNOWN_TYPE -> body.put("type", "hologram").set("hologram", content);
            case EMPTY_MESSAGE ->
                body.putArray("errors").add(GraphError.of(fault.code()).inStatus(json));
            default -> {
                body.put("type", "unsupported");
                explain(body, fault.code(), type);
            }
        }
    }

    private void explain(ObjectNode body, int code, String type) {
        body.putArray("errors").add(GraphError.of(code).inStatus(json));
        body.putObject("unsupported").put("type", type);
    }
}
