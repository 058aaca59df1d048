package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stand-in's {@code POST /{phone-number-id}/smb_app_data}: the business asks for what the owner's app holds.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users">Meta,
 *     Onboarding business app users</a>
 */
@Hidden
@SandboxOnly
@RestController("sandboxGraphSyncController")
@RequestMapping(GraphNodeController.ROOT)
class GraphSyncController {

    private static final int PIECE = 100;

    private final GraphAccess access;
    private final OwnerApp app;
    private final OwnerPast past;
    private final OwnerHistory history;
    private final MetaJson json;

    GraphSyncController(GraphAccess access, OwnerApp app, OwnerPast past, OwnerHistory history, MetaJson json) {
        this.access = access;
        this.app = app;
        this.past = past;
        this.history = history;
        this.json = json;
    }

    @PostMapping("/{number:[0-9]+}/smb_app_data")
    ObjectNode sync(@PathVariable String number, @RequestBody ObjectNode body, HttpServletRequest request) {
        var line = access.line(request, number, Token.Scope.MESSAGING);
        SendRequest.whatsapp(body);
        switch (body.path("sync_type").asText()) {
            case "smb_app_state_sync" ->
                app.know(
                        line,
                        OwnerApp.Act.ADD,
                        past.people(line).entrySet().stream()
                                .map(one -> new OwnerApp.Contact(one.getKey().value(), one.getValue(), null))
                                .toList());
            case "history" -> history.tell(line, past.of(line), PIECE);
            default -> throw new GraphError(100, "Param sync_type must be one of {smb_app_state_sync, history}");
        }
        return json.object()
                .put("messaging_product", "whatsapp")
                .put("request_id", UUID.randomUUID().toString());
    }
}
