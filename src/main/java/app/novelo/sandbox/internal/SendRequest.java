package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a business asks {@code POST /{phone-number-id}/messages} to send.
 *
 * @param line that it goes out by
 * @param to phone number as given; empty if the customer is named by {@code recipient}
 * @param recipient business-scoped user id
 * @param body the whole request
 * @param filled what a request for a template makes of it; null for anything else
 */
record SendRequest(Line line, String to, String recipient, String type, ObjectNode body, @Nullable Filled filled) {

    /** @param shown the template as a phone shows it */
    record Filled(Template template, ObjectNode shown) {}

    private static final Set<String> TYPES = Set.of(
            "text",
            "image",
            "video",
            "audio",
            "document",
            "sticker",
            "location",
            "contacts",
            "reaction",
            "interactive",
            "template");
    private static final int MOST_CALLBACK = 512;

    static SendRequest of(Line line, ObjectNode body) {
        whatsapp(body);
        var to = body.path("to").asText();
        var recipient = body.path("recipient").asText();
        if (to.isEmpty() && recipient.isEmpty()) {
            throw new GraphError(100, "The parameter to is required.");
        }
        var type = body.path("type").asText("text");
        if (!TYPES.contains(type)) {
            throw new GraphError(
                    100, "Param type must be one of " + TYPES.stream().sorted().toList());
        }
        if (body.path("biz_opaque_callback_data").asText().length() > MOST_CALLBACK) {
            throw new GraphError(100, "Param biz_opaque_callback_data must be at most 512 characters long.");
        }
        TypeRules.check(type, body.path(type));
        return new SendRequest(line, to, recipient, type, body, null);
    }

    SendRequest with(Filled template) {
        return new SendRequest(line, to, recipient, type, body, template);
    }

    static void whatsapp(JsonNode body) {
        if (!body.path("messaging_product").asText().equals("whatsapp")) {
            throw new GraphError(100, "The parameter messaging_product is required.");
        }
    }

    boolean namesPhone() {
        return !to.isEmpty();
    }

    @Nullable
    String callback() {
        var data = body.path("biz_opaque_callback_data").asText();
        return data.isEmpty() ? null : data;
    }

    /** A file that was uploaded before. */
    record Attached(String kind, String id) {}

    /** @return the message's file, or the one above its words */
    Optional<Attached> attached() {
        var above =
                filled == null ? body.path(type).path("header") : filled.shown().path("header");
        boolean isAbove = filled != null || type.equals("interactive");
        var holder = isAbove ? above : body;
        var kind = isAbove ? above.path("type").asText() : type;
        var id = holder.path(kind).path("id").asText();
        return MediaRules.isMedia(kind) && !id.isEmpty() ? Optional.of(new Attached(kind, id)) : Optional.empty();
    }

    /** @return the message object as a phone gets it: type, content, what it answers to */
    ObjectNode message() {
        var message = body.objectNode().put("type", type);
        message.set(type, body.path(type));
        if (filled != null) {
            message.set("rendered", filled.shown());
        }
        if (body.path("context").isObject()) {
            message.putObject("context")
                    .put("id", body.path("context").path("message_id").asText());
        }
        return message;
    }
}
