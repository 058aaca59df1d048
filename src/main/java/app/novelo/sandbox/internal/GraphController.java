package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stand-in's {@code POST /{version}/{phone-number-id}/messages}.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Messages</a>
 */
@SandboxOnly
@RestController
class GraphController {

    private final GraphAccess access;
    private final GraphProblems problems;
    private final MetaJson json;
    private final SendRequests requests;
    private final GraphSending sending;
    private final GraphReceipts receipts;

    GraphController(
            GraphAccess access,
            GraphProblems problems,
            MetaJson json,
            SendRequests requests,
            GraphSending sending,
            GraphReceipts receipts) {
        this.access = access;
        this.problems = problems;
        this.json = json;
        this.requests = requests;
        this.sending = sending;
        this.receipts = receipts;
    }

    @PostMapping("/sandbox/graph/{version:v[0-9]+\\.[0-9]+}/{number}/messages")
    void messages(
            @PathVariable String number,
            @RequestBody(required = false) byte[] body,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        GraphAnswer answer;
        try {
            var line = access.line(request, number, Token.Scope.MESSAGING);
            answer = act(line, parse(body));
        } catch (GraphError refusal) {
            answer = problems.answer(refusal);
        }
        answer.write(request, response);
    }

    private GraphAnswer act(Line line, ObjectNode body) {
        return body.has("status") ? receipts.read(line, body) : sending.send(requests.of(line, body));
    }

    private ObjectNode parse(byte[] body) {
        try {
            return json.object(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new GraphError(100, "The body must be a JSON object.");
        }
    }
}
