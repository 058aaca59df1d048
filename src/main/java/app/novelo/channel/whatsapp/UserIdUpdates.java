package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The webhook field {@code user_id_update}, which Meta documented in the spring of 2026 and is said to have withdrawn in
 * August: tells in another shape what the system message {@code user_changed_user_id} tells, and is read as one.
 */
final class UserIdUpdates {

    static final String FIELD = "user_id_update";

    private UserIdUpdates() {}

    static boolean isIn(String field, JsonNode value) {
        return field.equals(FIELD)
                && value.path(FIELD).isArray()
                && !value.path("metadata").path("phone_number_id").asText().isEmpty();
    }

    /** It has no id of its own: the same change told twice is one message. */
    static ObjectNode message(ObjectMapper json, JsonNode update) {
        var previous = update.path("user_id").path("previous").asText();
        var current = update.path("user_id").path("current").asText();
        var time = update.path("timestamp").asText();
        var message = json.createObjectNode()
                .put("id", FIELD + ":" + previous + ":" + current + ":" + time)
                .put("from_user_id", previous)
                .put("timestamp", time)
                .put("type", "system");
        var system = message.putObject("system")
                .put("type", "user_changed_user_id")
                .put("body", update.path("detail").asText())
                .put("user_id", current)
                .put("previous_user_id", previous);
        put(system, "wa_id", update.path("wa_id"));
        put(system, "parent_user_id", parent(update.path("parent_user_id")));
        return message;
    }

    private static void put(ObjectNode system, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            system.put(name, value.asText());
        }
    }

    private static JsonNode parent(JsonNode id) {
        return id.isObject() ? id.path("current") : id;
    }
}
