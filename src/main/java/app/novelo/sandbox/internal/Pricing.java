package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What Meta asks for a message, by the rules from October 2026: templates cost, inside the window too; other messages cost
 * after the month's first thousand; whoever comes by an advertisement is answered for free for three days.
 */
@SandboxOnly
@Component("sandboxPricing")
class Pricing {

    private final EntryPoints entries;
    private final Allowances allowances;
    private final MetaJson json;

    Pricing(EntryPoints entries, Allowances allowances, MetaJson json) {
        this.entries = entries;
        this.allowances = allowances;
        this.json = json;
    }

    /** The message is on its way: it counts from now on. Nothing is asked for a reaction. */
    ObjectNode of(SendRequest request, Phone phone) {
        if (entries.isFree(request.line(), phone.number())) {
            return price(false, "free_entry_point", "referral_conversion");
        }
        if (request.filled() != null) {
            var category = request.filled().template().category().name().toLowerCase(Locale.ROOT);
            return price(true, "regular", category);
        }
        boolean free = request.type().equals("reaction") || allowances.take(request.line());
        return price(!free, free ? "free_customer_service" : "regular", "service");
    }

    private ObjectNode price(boolean billable, String type, String category) {
        return json.object()
                .put("billable", billable)
                .put("pricing_model", "PMP")
                .put("type", type)
                .put("category", category);
    }
}
