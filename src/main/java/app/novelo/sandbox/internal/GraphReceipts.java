package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Read marks and the typing line, which the business sends through the same address as messages. */
@SandboxOnly
@Component
class GraphReceipts {

    private static final Set<FaultKind> FAULTS = Set.of(FaultKind.RECEIPT_ERROR);

    private final Exchange exchange;
    private final Chats chats;
    private final Faults faults;
    private final Screens screens;

    GraphReceipts(Exchange exchange, Chats chats, Faults faults, Screens screens) {
        this.exchange = exchange;
        this.chats = chats;
        this.faults = faults;
        this.screens = screens;
    }

    GraphAnswer read(Line line, ObjectNode body) {
        SendRequest.whatsapp(body);
        if (!body.path("status").asText().equals("read")) {
            throw new GraphError(100, "Param status must be one of {READ}");
        }
        var id = body.path("message_id").asText();
        if (id.isEmpty()) {
            throw new GraphError(100, "The parameter message_id is required.");
        }
        refuseWhereAFaultDemands(line, id);
        var phone = exchange.readByBusiness(line, id).phone();
        screens.changed(phone);
        if (body.path("typing_indicator").path("type").asText().equals("text")) {
            screens.typing(phone);
        }
        return GraphAnswer.json(200, "{\"success\":true}");
    }

    private void refuseWhereAFaultDemands(Line line, String id) {
        var phone = chats.find(id).map(message -> message.phone().value()).orElse("");
        var fault = faults.next(FAULTS, line.id(), phone);
        if (fault.isPresent()) {
            throw GraphError.of(fault.get().code());
        }
    }
}
