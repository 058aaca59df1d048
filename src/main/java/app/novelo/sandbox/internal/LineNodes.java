package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Numbers as Meta shows them. */
@SandboxOnly
@Component("sandboxLineNodes")
class LineNodes implements GraphNodes {

    private static final List<String> USUAL = List.of(
            "verified_name",
            "code_verification_status",
            "display_phone_number",
            "quality_rating",
            "platform_type",
            "throughput",
            "id");
    private static final String TYPE = "WhatsAppBusinessPhoneNumber";

    private final CompanyLines lines;
    private final LineHealths states;
    private final Accounts accounts;
    private final GraphHealth health;
    private final MetaJson json;

    LineNodes(CompanyLines lines, LineHealths states, Accounts accounts, GraphHealth health, MetaJson json) {
        this.lines = lines;
        this.states = states;
        this.accounts = accounts;
        this.health = health;
        this.json = json;
    }

    @Override
    public Optional<ObjectNode> find(String id, Token token, HttpServletRequest request) {
        return lines.find(id)
                .filter(line -> line.account().equals(token.account()))
                .map(line -> view(line, GraphFields.of(request)));
    }

    ObjectNode view(Line line, GraphFields fields) {
        var account = accounts.find(line.account()).orElseThrow();
        var state = states.of(line);
        var all = json.object()
                .put("id", line.id())
                .put("display_phone_number", line.display())
                .put("verified_name", state.verifiedName())
                .put("name_status", state.nameStatus())
                .put("quality_rating", state.quality().name())
                .put("status", state.status().name())
                .put("code_verification_status", "VERIFIED")
                .put("platform_type", "CLOUD_API")
                .put("account_mode", "LIVE")
                .put("is_official_business_account", false)
                .put("is_on_biz_app", state.onApp())
                .put("whatsapp_business_manager_messaging_limit", account.messagingLimit())
                .put("messaging_limit_tier", account.messagingLimit());
        all.putObject("throughput").put("level", state.throughput());
        all.putObject("webhook_configuration").put("application", "");
        all.set("health_status", health.of(account, line));
        return fields.choose(all, USUAL, TYPE);
    }
}
