package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Accounts as Meta shows them. Without a payment method there is no {@code primary_funding_id}. */
@SandboxOnly
@Component("sandboxAccountNodes")
class AccountNodes implements GraphNodes {

    private static final List<String> USUAL =
            List.of("id", "name", "currency", "timezone_id", "message_template_namespace");
    private static final String TYPE = "WhatsAppBusinessAccount";

    /** Meta's number of America/Sao_Paulo. */
    private static final String ZONE = "25";

    private final Accounts accounts;
    private final GraphHealth health;
    private final MetaJson json;

    AccountNodes(Accounts accounts, GraphHealth health, MetaJson json) {
        this.accounts = accounts;
        this.health = health;
        this.json = json;
    }

    @Override
    public Optional<ObjectNode> find(String id, Token token, HttpServletRequest request) {
        return accounts.find(id)
                .filter(account -> account.id().equals(token.account()))
                .map(account -> view(account, GraphFields.of(request)));
    }

    private ObjectNode view(Account account, GraphFields fields) {
        var all = json.object()
                .put("id", account.id())
                .put("name", account.name())
                .put("currency", account.currency())
                .put("timezone_id", ZONE)
                .put("country", "BR")
                .put("status", account.isBanned() ? "BANNED" : "ACTIVE")
                .put("account_review_status", "APPROVED")
                .put("business_verification_status", "verified")
                .put("ownership_type", "SELF")
                .put("message_template_namespace", "5ca1ab1e_0000_4000_8000_" + account.id())
                .put("whatsapp_business_manager_messaging_limit", account.messagingLimit())
                .put("primary_funding_id", account.funded() ? "5" + account.id().substring(1) : null);
        all.putObject("owner_business_info").put("id", GraphApp.BUSINESS).put("name", account.name());
        all.set("health_status", health.of(account, null));
        return fields.choose(all, USUAL, TYPE);
    }
}
