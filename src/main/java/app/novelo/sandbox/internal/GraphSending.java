package app.novelo.sandbox.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends a message for the business, or fails to as a fault demands. */
@SandboxOnly
@Component
class GraphSending {

    private static final Set<FaultKind> FAULTS = EnumSet.of(
            FaultKind.ERROR,
            FaultKind.STATUS_FAILED,
            FaultKind.SLOW,
            FaultKind.HANG,
            FaultKind.CUT,
            FaultKind.HTTP_500,
            FaultKind.HTTP_429);
    private static final String ERROR_PAGE =
            "<html><head><title>Facebook | Error</title></head><body>Sorry, something" + " went wrong.</body></html>";

    private final Recipients recipients;
    private final Attachments attachments;
    private final Rates rates;
    private final Faults faults;
    private final Exchange exchange;
    private final Screens screens;
    private final MetaJson json;
    private final Patience patience;

    GraphSending(
            Recipients recipients,
            Attachments attachments,
            Rates rates,
            Faults faults,
            Exchange exchange,
            Screens screens,
            MetaJson json,
            Patience patience) {
        this.recipients = recipients;
        this.attachments = attachments;
        this.rates = rates;
        this.faults = faults;
        this.exchange = exchange;
        this.screens = screens;
        this.json = json;
        this.patience = patience;
    }

    GraphAnswer send(SendRequest request) {
        var phone = recipients.of(request);
        if (request.type().equals("template")) {
            throw GraphError.of(132001); // the sandbox knows no templates yet
        }
        var unopenable = attachments.failure(request);
        rates.check(phone.number());
        var fault = faults.next(FAULTS, phone.number().value());
        return fault.isPresent() ? send(request, phone, fault.get()) : accept(request, phone, unopenable);
    }

    private GraphAnswer send(SendRequest request, Phone phone, Fault fault) {
        switch (fault.kind()) {
            case HTTP_500 -> {
                return GraphAnswer.html(500, ERROR_PAGE);
            }
            case HANG -> {
                patience.waitFor(fault.delay());
                throw GraphError.of(2);
            }
            case SLOW -> patience.waitFor(fault.delay());
            case ERROR, HTTP_429 -> throw GraphError.of(fault.code());
            case STATUS_FAILED -> {
                return accept(request, phone, Optional.of(GraphError.of(fault.code())));
            }
            default -> {} // CUT: accepted like any other
        }
        var answer = accept(request, phone, Optional.empty());
        return fault.kind() == FaultKind.CUT ? GraphAnswer.CUT : answer;
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
