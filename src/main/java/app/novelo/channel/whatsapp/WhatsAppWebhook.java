package app.novelo.channel.whatsapp;

import app.novelo.channel.RawInbox;
import app.novelo.platform.Problem;
import app.novelo.platform.SandboxMode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for Meta. Says 200 once the raw bytes are durable and never looks inside: an unknown type or number must not
 * make Meta repeat it for a week.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Meta, Webhooks</a>
 */
@RestController
class WhatsAppWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(WhatsAppWebhook.class);
    private static final String FIRST_APP = "";

    /** Meta's own limit of one delivery. */
    static final int MOST_BYTES = 3 * 1024 * 1024;

    private final WhatsAppSettings settings;
    private final RawInbox inbox;

    WhatsAppWebhook(WhatsAppSettings settings, SandboxMode sandbox, RawInbox inbox) {
        this.settings = sandbox.on() ? settings.inSandbox() : settings;
        this.inbox = inbox;
    }

    @GetMapping(
            path = {"/webhooks/whatsapp", "/webhooks/whatsapp/{app}"},
            produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> verify(
            @PathVariable(required = false) @Nullable String app,
            @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        var expected = settings.verifyToken(app == null ? FIRST_APP : app);
        var known = !expected.isEmpty() && MessageDigest.isEqual(bytes(expected), bytes(token));
        return known && mode.equals("subscribe")
                ? ResponseEntity.ok(challenge)
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    @PostMapping({"/webhooks/whatsapp", "/webhooks/whatsapp/{app}"})
    ResponseEntity<?> receive(
            @PathVariable(required = false) @Nullable String app,
            @RequestHeader(name = Signature.HEADER, required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return refusal(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "A delivery holds at most 3 MB");
        }
        if (!Signature.isValid(signature, body, settings.secrets(app == null ? FIRST_APP : app))) {
            return refusal(HttpStatus.UNAUTHORIZED, "bad-signature", Signature.HEADER + " is missing or wrong");
        }
        return store(body);
    }

    private ResponseEntity<?> store(byte[] body) {
        try {
            inbox.store(WhatsAppSplitter.CHANNEL, body);
            return ResponseEntity.ok().build();
        } catch (DataAccessException | TransactionException e) {
            LOG.error("a webhook could not be stored; Meta will send it again: {}", e.getMessage());
            return refusal(HttpStatus.SERVICE_UNAVAILABLE, "not-stored", "Please send it again");
        }
    }

    private static ResponseEntity<?> refusal(HttpStatus status, String name, String text) {
        return ResponseEntity.status(status).body(Problem.of(status, name, text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
