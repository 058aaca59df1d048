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

    private final CompanyLine company;
    private final Lines lines;
    private final MetaJson json;
    private final GraphSending sending;
    private final GraphReceipts receipts;

    GraphController(CompanyLine company, Lines lines, MetaJson json, GraphSending sending, GraphReceipts receipts) {
        this.company = company;
        this.lines = lines;
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
            check(authorization);
            answer = act(line(number), parse(body));
        } catch (GraphError refusal) {
            answer = GraphAnswer.json(refusal.httpStatus(), json.text(refusal.answer(json)));
        }
        answer.write(request, response);
    }

    private GraphAnswer act(Line line, ObjectNode body) {
        return body.has("status") ? receipts.read(line, body) : sending.send(SendRequest.of(line, body));
    }

    private void check(String authorization) {
        if (!authorization.startsWith(BEARER) || !isToken(authorization.substring(BEARER.length()))) {
            throw GraphError.of(190);
        }
    }

    private Line line(String number) {
        var details = "Object with ID '%s' does not exist or cannot be loaded due to missing permissions";
        return lines.find(number).orElseThrow(() -> new GraphError(100, details.formatted(number), 33));
    }

    private boolean isToken(String token) {
        return MessageDigest.isEqual(
                token.trim().getBytes(StandardCharsets.UTF_8),
                company.accessToken().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode parse(byte[] body) {
        try {
            return json.object(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new GraphError(100, "The body must be a JSON object.");
        }
    }
}
