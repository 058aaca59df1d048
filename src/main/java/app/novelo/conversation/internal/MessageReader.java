package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.Templates;
import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a client wants to send. Whether the channel takes it is {@link ContentRules}' matter. */
@Component
class MessageReader {

    private static final int LONGEST_ID = 1024;

    /** Kinds whose name is also the type of their content. */
    private static final Set<String> TYPED_BY_KIND = Set.of("location", "contacts", "reaction");

    private final ObjectMapper json;

    MessageReader(ObjectMapper json) {
        this.json = json;
    }

    Said read(NewMessage message) {
        var kind = message.kind() == null ? "text" : message.kind();
        if (kind.equals("template")) {
            return template(message);
        }
        var text = message.text() == null ? "" : message.text();
        var content = content(kind, message);
        return new Said(kind, text, content, media(message, content), replyTo(message.replyTo()));
    }

    /** Its words are found where it is filled in; what of the request is none of a template's is refused, not lost. */
    private static Said template(NewMessage message) {
        if (message.text() != null || message.content() != null) {
            throw new BadRequest(message.text() != null ? "text" : "content", "a template has its own words");
        }
        var media = message.media() == null ? null : file("media", message.media());
        var content = Templates.asked(
                TemplateRequest.key("name", message.name()),
                TemplateRequest.key("language", message.language()),
                TemplateRequest.values(message.values()),
                media);
        return new Said("template", "", content, media, replyTo(message.replyTo()));
    }

    private Content.Sendable content(String kind, NewMessage message) {
        return switch (kind) {
            case "text" -> new Content.Text(Boolean.TRUE.equals(message.preview()));
            case "image", "video", "audio", "document", "sticker" ->
                new Content.File(Boolean.TRUE.equals(message.voice()));
            case "location", "contacts", "reaction", "interactive" -> content(kind, message.content());
            default -> throw new BadRequest("kind", "messages of this kind cannot be sent");
        };
    }

    private Content.Sendable content(String kind, @Nullable JsonNode content) {
        if (!(content instanceof ObjectNode given)) {
            throw new BadRequest("content", "an object is needed");
        }
        var typed = given.deepCopy();
        if (TYPED_BY_KIND.contains(kind)) {
            typed.put("type", kind);
        }
        numbers(kind, typed);
        header(kind, typed);
        try {
            return json.treeToValue(typed, Content.Sendable.class);
        } catch (JsonProcessingException e) {
            throw new BadRequest(typed.has("type") ? "content" : "content.type", "is none that can be sent");
        }
    }

    /** A degree that is missing would else be read as zero. */
    private static void numbers(String kind, ObjectNode content) {
        if (kind.equals("location")) {
            for (var field : Set.of("latitude", "longitude")) {
                if (!content.path(field).isNumber()) {
                    throw new BadRequest("content." + field, "a number is needed");
                }
            }
        }
    }

    /** The deserializer would not name the field. */
    private static void header(String kind, ObjectNode content) {
        if (!kind.equals("interactive") || !content.hasNonNull("header")) {
            return;
        }
        if (!(content.path("header") instanceof ObjectNode header)) {
            throw new BadRequest("content.header", "an object with text or media is needed");
        }
        if (header.hasNonNull("media")) {
            var id = file("content.header.media", header.path("media").asText());
            header.put("media", id.toString());
        }
    }

    /** The file above the words is the message's: it is kept, shown and handed over like any other. */
    private static @Nullable UUID media(NewMessage message, Content.Sendable content) {
        var header = content.header();
        var above = header == null ? null : header.media();
        var own = message.media() == null ? null : file("media", message.media());
        if (own != null && above != null) {
            throw new BadRequest("media", "a message has one file, and content.header.media names it");
        }
        return above == null ? own : above;
    }

    private static UUID file(String field, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(field, "not the id of an uploaded file");
        }
    }

    private static @Nullable String replyTo(@Nullable String id) {
        if (id != null && (id.length() > LONGEST_ID || id.indexOf('\0') >= 0)) {
            throw new BadRequest("replyTo", "the channel's id of a message has at most " + LONGEST_ID + " characters");
        }
        return id;
    }
}
