package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Meta's limits by type of message. Lengths in characters as people count them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Messages</a>
 */
final class TypeRules {

    private static final int MOST_TEXT = 4096;
    private static final int MOST_CAPTION = 1024;
    private static final Set<String> WITH_CAPTION = Set.of("image", "video", "document");
    private static final List<String> NAME_PARTS =
            List.of("first_name", "last_name", "middle_name", "prefix", "suffix");

    /** Makes an emoji of a digit. */
    private static final char KEYCAP = '\u20E3';

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
            case "contacts" -> content.forEach(TypeRules::contact);
            default -> {} // templates are looked up
        }
    }

    static void media(String type, JsonNode media) {
        if (media.path("id").asText().isEmpty() == media.path("link").asText().isEmpty()) {
            throw new GraphError(100, "%s needs either an id or a link.".formatted(type));
        }
        only(type, media, "caption", WITH_CAPTION);
        only(type, media, "filename", Set.of("document"));
        only(type, media, "voice", Set.of("audio"));
        if (characters(media.path("caption")) > MOST_CAPTION) {
            throw new GraphError(100, "Param %s['caption'] must be at most 1024 characters long.".formatted(type));
        }
    }

    private static void only(String type, JsonNode content, String key, Set<String> types) {
        if (content.has(key) && !types.contains(type)) {
            throw new GraphError(100, "Unexpected key \"%s\" on param \"%s\".".formatted(key, type));
        }
    }

    private static void contact(JsonNode contact) {
        var name = contact.path("name");
        length(name, "formatted_name", "contacts['name']['formatted_name']", MOST_TEXT);
        if (NAME_PARTS.stream().allMatch(part -> characters(name.path(part)) == 0)) {
            throw new GraphError(131009, "A name needs formatted_name and one of " + NAME_PARTS);
        }
    }

    private static void location(JsonNode location) {
        if (location.path("latitude").isMissingNode()
                || location.path("longitude").isMissingNode()) {
            throw new GraphError(100, "location needs latitude and longitude.");
        }
        degrees(location.path("latitude"), 90);
        degrees(location.path("longitude"), 180);
    }

    /** Meta takes them as numbers and as text. */
    private static void degrees(JsonNode value, double most) {
        if (!(Math.abs(value.asDouble(Double.NaN)) <= most)) {
            throw new GraphError(131009, "latitude lies within 90 degrees, longitude within 180.");
        }
    }

    private static void reaction(JsonNode reaction) {
        if (reaction.path("message_id").asText().isEmpty()) {
            throw new GraphError(100, "The parameter reaction['message_id'] is required.");
        }
        if (reaction.path("emoji").asText().codePoints().anyMatch(Character::isLetterOrDigit)
                && reaction.path("emoji").asText().indexOf(KEYCAP) < 0) {
            throw new GraphError(131009, "reaction['emoji'] is no emoji.");
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
