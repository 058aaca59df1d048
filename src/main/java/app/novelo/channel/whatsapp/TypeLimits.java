package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.Draft;
import app.novelo.platform.BadRequest;
import java.util.Map;
import java.util.Set;

/**
 * WhatsApp's limits by type of message.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Messages</a>
 */
final class TypeLimits {

    private static final Set<String> FILES = Set.of("image", "video", "audio", "document", "sticker");
    private static final Map<Class<?>, String> KINDS = Map.of(
            Content.Text.class, "text",
            Content.Location.class, "location",
            Content.Contacts.class, "contacts",
            Content.Reaction.class, "reaction",
            Content.Template.class, "template");
    private static final Set<String> WITHOUT_CAPTION = Set.of("audio", "sticker");
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;

    /** Degrees. */
    private static final double POLE = 90;

    private static final double DATE_LINE = 180;

    /** Not Meta's, who names none: what a map's label may reasonably take. */
    private static final int LONGEST_PLACE = 1000;

    private TypeLimits() {}

    static void check(Draft draft) {
        var content = draft.content();
        if (!kindOf(draft).equals(draft.kind())) {
            throw new BadRequest("content.type", "does not belong to kind " + draft.kind());
        }
        if (content instanceof Content.Text) {
            Limits.text("text", draft.text(), LONGEST_TEXT);
        } else if (content instanceof Content.File file) {
            file(draft, file);
        } else if (draft.kind().equals("interactive")) {
            InteractiveLimits.check(draft);
        } else if (content instanceof Content.Template) {
            Limits.text("name", draft.text(), LONGEST_TEXT); // what it may hold was checked where it was filled in
        } else {
            Limits.none("text", draft.text(), "a message of this kind has no words of its own");
            wordless(content);
        }
        if (draft.file() && !hasFile(content)) {
            throw new BadRequest("media", "a message of this kind has no file");
        }
    }

    private static boolean hasFile(Content.Sendable content) {
        var header = content.header();
        return content instanceof Content.File || (header != null && header.media() != null);
    }

    private static String kindOf(Draft draft) {
        var content = draft.content();
        if (content instanceof Content.File) {
            return FILES.contains(draft.kind()) ? draft.kind() : "image";
        }
        return KINDS.getOrDefault(content.getClass(), "interactive");
    }

    private static void file(Draft draft, Content.File file) {
        if (!draft.file()) {
            throw new BadRequest("media", "the id of an uploaded file is needed");
        }
        if (file.voice() && !draft.kind().equals("audio")) {
            throw new BadRequest("voice", "only audio can be a voice note");
        }
        if (WITHOUT_CAPTION.contains(draft.kind())) {
            Limits.none("text", draft.text(), "WhatsApp shows no caption below " + draft.kind());
        }
        Limits.atMost("text", draft.text(), LONGEST_CAPTION);
    }

    private static void wordless(Content.Sendable content) {
        if (content instanceof Content.Location location) {
            location(location);
        } else if (content instanceof Content.Contacts contacts) {
            ContactLimits.check(contacts.cards());
        } else if (content instanceof Content.Reaction reaction) {
            ReactionLimits.check(reaction);
        }
    }

    private static void location(Content.Location location) {
        degrees("content.latitude", location.latitude(), POLE);
        degrees("content.longitude", location.longitude(), DATE_LINE);
        Limits.atMost("content.name", location.name(), LONGEST_PLACE);
        Limits.atMost("content.address", location.address(), LONGEST_PLACE);
    }

    private static void degrees(String field, double value, double most) {
        if (!(Math.abs(value) <= most)) { // not-a-number too
            throw new BadRequest(field, "between -%.0f and %.0f degrees".formatted(most, most));
        }
    }
}
