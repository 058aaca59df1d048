package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Meta's limits by type of message. Lengths in characters as people count them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Messages</a>
 */
final class TypeRules {

    private static final int MOST_TEXT = 4096;
    private static final int MOST_CAPTION = 1024;

    private TypeRules() {}

    static void check(String type, JsonNode content) {
        if (type.equals("contacts") ? !content.isArray() || content.isEmpty() : !content.isObject()) {
            throw new GraphError(100, "The parameter %s is required.".formatted(type));
        }
        switch (type) {
            case "text" -> length(content, "body", "text['body']", MOST_TEXT);
            case "image", "video", "audio", "document", "sticker" -> media(type, content);
            case "location" -> location(content);
            case "reaction" -> reaction(content);
            case "interactive" -> InteractiveRules.check(content);
            default -> {} // templates are looked up, contacts are taken as they are
        }
    }

    private static void media(String type, JsonNode media) {
        if (media.path("id").asText().isEmpty() == media.path("link").asText().isEmpty()) {
            throw new GraphError(100, "%s needs either an id or a link.".formatted(type));
        }
        if (characters(media.path("caption")) > MOST_CAPTION) {
            throw new GraphError(100, "Param %s['caption'] must be at most 1024 characters long.".formatted(type));
        }
    }

    private static void location(JsonNode location) {
        if (location.path("latitude").isMissingNode()
                || location.path("longitude").isMissingNode()) {
            throw new GraphError(100, "location needs latitude and longitude.");
        }
    }

    private static void reaction(JsonNode reaction) {
        if (reaction.path("message_id").asText().isEmpty()) {
            throw new GraphError(100, "The parameter reaction['message_id'] is required.");
        }
    }

    /** Demands a text of 1 to {@code most} characters. */
    static void length(JsonNode parent, String field, String name, int most) {
        var characters = characters(parent.path(field));
        if (characters == 0) {
            throw new GraphError(100, "The parameter %s is required.".formatted(name));
        }
        if (characters > most) {
            throw new GraphError(100, "Param %s must be at most %d characters long.".formatted(name, most));
        }
    }

    static int characters(JsonNode text) {
        var value = text.asText();
        return value.codePointCount(0, value.length());
    }
}
