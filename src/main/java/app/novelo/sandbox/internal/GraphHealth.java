package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a number or account could send, and what is in the way.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/health-status">Meta, Messaging health status</a>
 */
@SandboxOnly
@Component("sandboxGraphHealth")
class GraphHealth {

    private final MetaJson json;
    private final LineHealths lines;
    private final Restrictions restrictions;

    GraphHealth(MetaJson json, LineHealths lines, Restrictions restrictions) {
        this.json = json;
        this.lines = lines;
        this.restrictions = restrictions;
    }

    /** @param line null = of the account as a whole */
    ObjectNode of(Account account, @Nullable Line line) {
        var health = json.object();
        var entities = json.array();
        if (line != null) {
            number(entities, line);
        }
        account(entities, account);
        entity(entities, "BUSINESS", GraphApp.BUSINESS, "AVAILABLE");
        entity(entities, "APP", GraphApp.ID, "AVAILABLE");
        health.put("can_send_message", worst(entities));
        health.set("entities", entities);
        return health;
    }

    private void number(ArrayNode entities, Line line) {
        var state = lines.of(line);
        switch (state.status()) {
            case CONNECTED -> entity(entities, "PHONE_NUMBER", line.id(), "AVAILABLE");
            case FLAGGED, RATE_LIMITED ->
                entity(entities, "PHONE_NUMBER", line.id(), "LIMITED")
                        .putArray("additional_info")
                        .add("The quality of this number is low.");
            default ->
                error(
                        entity(entities, "PHONE_NUMBER", line.id(), "BLOCKED"),
                        141000,
                        "The phone number is %s.".formatted(state.status()),
                        "Register the number, or appeal in WhatsApp Manager.");
        }
    }

    private void account(ArrayNode entities, Account account) {
        if (account.isBanned() || !restrictions.of(account.id()).isEmpty()) {
            error(
                    entity(entities, "WABA", account.id(), account.isBanned() ? "BLOCKED" : "LIMITED"),
                    141002,
                    "The account has been restricted or disabled for violating a policy.",
                    "See Business Support Home, and appeal there.");
            return;
        }
        if (account.funded()) {
            entity(entities, "WABA", account.id(), "AVAILABLE");
            return;
        }
        error(
                entity(entities, "WABA", account.id(), "LIMITED"),
                141006,
                "There is an error with your payment method. This will block business initiated conversations.",
                "There was an error with your payment method. Please add a new payment method to the account.");
    }

    static ObjectNode entity(ArrayNode entities, String type, String id, String can) {
        return entities.addObject().put("entity_type", type).put("id", id).put("can_send_message", can);
    }

    static void error(ObjectNode entity, int code, String what, String solution) {
        entity.putArray("errors")
                .addObject()
                .put("error_code", code)
                .put("error_description", what)
                .put("possible_solution", solution);
    }

    private static String worst(ArrayNode entities) {
        var worst = "AVAILABLE";
        for (var entity : entities) {
            var can = entity.path("can_send_message").asText();
            worst = can.equals("BLOCKED") || worst.equals("AVAILABLE") ? can : worst;
        }
        return worst;
    }
}
