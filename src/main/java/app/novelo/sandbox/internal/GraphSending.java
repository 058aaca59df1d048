package app.novelo.sandbox.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends a message for the business, or fails to as a fault demands. */
@SandboxOnly
@Component
class GraphSending {

    private static final Set<FaultKind> FAULTS = FaultKind.Group.SENDING.without(FaultKind.RECEIPT_ERROR);

    private final Recipients recipients;
    private final Windows windows;
    private final Permissions permissions;
    private final Attachments attachments;
    private final Rates rates;
    private final Faults faults;
    private final Exchange exchange;
    private final Screens screens;
    private final MetaJson json;
    private final SendFaults sendFaults;

    GraphSending(
            Recipients recipients,
            Windows windows,
            Permissions permissions,
            Attachments attachments,
            Rates rates,
            Faults faults,
            Exchange exchange,
            Screens screens,
            MetaJson json,
            SendFaults sendFaults) {
        this.recipients = recipients;
        this.windows = windows;
        this.permissions = permissions;
        this.attachments = attachments;
        this.rates = rates;
        this.faults = faults;
        this.exchange = exchange;
        this.screens = screens;
        this.json = json;
        this.sendFaults = sendFaults;
    }

    GraphAnswer send(SendRequest request) {
        var phone = recipients.of(request);
        permissions.check(request, windows.isOpen(request.line(), phone));
        var unopenable = attachments.failure(request);
        rates.check(request.line(), phone.number());
        return faults.next(FAULTS, request.line().id(), phone.number().value())
                .map(fault -> sendFaults.meet(fault, () -> accept(request, phone, unopenable)))
                .orElseGet(() -> accept(request, phone, unopenable));
    }

    private GraphAnswer accept(SendRequest request, Phone phone, Optional<GraphError> failure) {
        var message = exchange.accept(request, phone, failure);
        screens.changed(phone.number());
        var answer = json.object().put("messaging_product", "whatsapp");
        var contact = answer.putArray("contacts").addObject();
        if (request.namesPhone()) {
            contact.put("input", request.to()).put("wa_id", phone.number().value());
        } else {
            contact.put("input", request.recipient()).put("user_id", phone.userId());
        }
        answer.putArray("messages").addObject().put("id", message.id()).put("message_status", "accepted");
        return GraphAnswer.json(200, json.text(answer));
    }
}
