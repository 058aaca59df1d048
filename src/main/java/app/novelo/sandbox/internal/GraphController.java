package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stand-in's {@code POST /{version}/{phone-number-id}/messages}.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Messages</a>
 */
@SandboxOnly
@RestController
class GraphController {

    private static final String BEARER = "Bearer ";

    private final CompanyLine line;
    private final MetaJson json;
    private final GraphSending sending;
    private final GraphReceipts receipts;

    GraphController(CompanyLine line, MetaJson json, GraphSending sending, GraphReceipts receipts) {
        this.line = line;
        this.json = json;
        this.sending = sending;
        this.receipts = receipts;
    }

    @PostMapping("/sandbox/graph/{version:v[0-9]+\\.[0-9]+}/{number}/messages")
    void messages(
            @PathVariable String number,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        GraphAnswer answer;
        try {
            check(authorization, number);
            answer = act(parse(body));
        } catch (GraphError refusal) {
            answer = GraphAnswer.json(refusal.httpStatus(), json.text(refusal.answer(json)));
        }
        answer.write(request, response);
    }

    private GraphAnswer act(ObjectNode body) {
        return body.has("status") ? receipts.read(body) : sending.send(SendRequest.of(body));
    }

    private void check(String authorization, String number) {
        if (!authorization.startsWith(BEARER) || !isToken(authorization.substring(BEARER.length()))) {
            throw GraphError.of(190);
        }
        if (!number.equals(line.phoneNumberId())) {
            var details = "Object with ID '%s' does not exist or cannot be loaded due to missing permissions";
            throw new GraphError(100, details.formatted(number), 33);
        }
    }

    private boolean isToken(String token) {
        return MessageDigest.isEqual(
                token.trim().getBytes(StandardCharsets.UTF_8),
                line.accessToken().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode parse(byte[] body) {
        try {
            return json.object(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new GraphError(100, "The body must be a JSON object.");
        }
    }
}
