package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stand-in's {@code GET /debug_token}: what a token is good for. Asked with a good token, or with the app's id and secret.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token/">Meta, Debug token</a>
 */
@Hidden
@SandboxOnly
@RestController("sandboxGraphTokenController")
@RequestMapping(GraphNodeController.ROOT)
class GraphTokenController {

    private final GraphAccess access;
    private final CompanyLine company;
    private final Tokens tokens;
    private final Clock clock;
    private final MetaJson json;

    GraphTokenController(GraphAccess access, CompanyLine company, Tokens tokens, Clock clock, MetaJson json) {
        this.access = access;
        this.company = company;
        this.tokens = tokens;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/debug_token")
    ObjectNode debug(@RequestParam(name = "input_token", defaultValue = "") String input, HttpServletRequest request) {
        if (!GraphAccess.shown(request).equals(GraphApp.ID + "|" + company.appSecret())) {
            access.token(request);
        }
        var answer = json.object();
        var data = answer.putObject("data");
        tokens.find(input).ifPresentOrElse(token -> describe(data, token), () -> invalid(data, "Invalid token"));
        return answer;
    }

    private void describe(ObjectNode data, Token token) {
        data.put("app_id", GraphApp.ID).put("type", "SYSTEM_USER").put("application", GraphApp.NAME);
        var ends = token.expiresAt();
        data.put("expires_at", ends == null ? 0 : ends.getEpochSecond()).put("data_access_expires_at", 0);
        if (token.revoked() || token.isExpiredAt(clock.instant())) {
            invalid(data, "The session has been invalidated");
            return;
        }
        data.put("is_valid", true).put("issued_at", Instant.EPOCH.getEpochSecond());
        var scopes = data.putArray("scopes");
        var granular = data.putArray("granular_scopes");
        token.scopes().forEach(scope -> {
            scopes.add(scope);
            granular.addObject().put("scope", scope).putArray("target_ids").add(token.account());
        });
        data.put("user_id", "800000000000001");
    }

    private static void invalid(ObjectNode data, String message) {
        data.put("is_valid", false).putArray("scopes");
        data.putObject("error").put("code", 190).put("message", message);
    }
}
