package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** Read marks and the typing line, which the business sends through the same address as messages. */
@SandboxOnly
@Component
class GraphReceipts {

    private final Exchange exchange;
    private final Screens screens;

    GraphReceipts(Exchange exchange, Screens screens) {
        this.exchange = exchange;
        this.screens = screens;
    }

    GraphAnswer read(ObjectNode body) {
        SendRequest.whatsapp(body);
        if (!body.path("status").asText().equals("read")) {
            throw new GraphError(100, "Param status must be one of {READ}");
        }
        var id = body.path("message_id").asText();
        if (id.isEmpty()) {
            throw new GraphError(100, "The parameter message_id is required.");
        }
        var phone = exchange.readByBusiness(id).phone();
        screens.changed(phone);
        if (body.path("typing_indicator").path("type").asText().equals("text")) {
            screens.typing(phone);
        }
        return GraphAnswer.json(200, "{\"success\":true}");
    }
}
