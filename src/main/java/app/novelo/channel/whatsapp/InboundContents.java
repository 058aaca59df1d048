package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.MediaReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every type of the Cloud API's messages. What is of another shape than Meta's is read as far as it goes. */
final class InboundContents {

    private final Interactives interactives;

    InboundContents(ObjectMapper json) {
        this.interactives = new Interactives(json);
    }

    /** @param message with an object that is named as its kind */
    Reading read(String kind, JsonNode message) {
        var own = message.path(kind);
        return switch (kind) {
            case "text" -> text(own);
            case "image", "video", "audio", "document", "sticker" -> file(own);
            case "location" -> location(own);
            case "contacts" -> ContactCards.read(own);
            case "interactive" -> interactives.read(own);
            case "button" -> Interactives.choice("template", own.path("payload"), own.path("text"), own);
            case "reaction" -> reaction(own);
            case "order" -> Orders.read(own);
            case "system" -> system(own);
            case "edit" -> edit(own);
            case "revoke" -> revocation(own);
            case "unsupported" -> Reading.of(null, new Content.Unsupported(Fields.text(own.path("type"))));
            default -> Reading.NOTHING;
        };
    }

    private static Reading text(JsonNode own) {
        var body = Fields.text(own.path("body"));
        return body == null ? Reading.NOTHING : Reading.of(body, new Content.Text(false));
    }

    private static Reading file(JsonNode own) {
        var caption = Fields.text(own.path("caption"));
        var id = Fields.id(own.path("id"));
        if (id == null) {
            return new Reading(caption, null, null);
        }
        boolean voice = own.path("voice").asBoolean();
        var media = new MediaReference(
                id,
                Fields.text(own.path("url")),
                Fields.text(own.path("mime_type")),
                Fields.text(own.path("sha256")),
                Fields.text(own.path("filename")),
                voice,
                own.path("animated").asBoolean());
        return new Reading(caption, new Content.File(voice), media);
    }

    private static Reading location(JsonNode own) {
        var name = Fields.text(own.path("name"));
        var address = Fields.text(own.path("address"));
        var text = lines(name, address);
        var latitude = Fields.degrees(own.path("latitude"), 90);
        var longitude = Fields.degrees(own.path("longitude"), 180);
        return latitude == null || longitude == null
                ? new Reading(text, null, null)
                : Reading.of(
                        text, new Content.Location(latitude, longitude, name, address, Fields.text(own.path("url"))));
    }

    /** Removed if there is no emoji. */
    private static Reading reaction(JsonNode own) {
        var target = Fields.id(own.path("message_id"));
        var emoji = Fields.text(own.path("emoji"));
        return target == null ? Reading.NOTHING : Reading.of(emoji, new Content.Reaction(target, emoji));
    }

    private static Reading system(JsonNode own) {
        var what = Fields.text(own.path("type"));
        var notice = new Content.SystemNotice(
                what == null ? "unknown" : what,
                Fields.text(own.path("wa_id")),
                Fields.text(own.path("user_id")),
                Fields.text(own.path("previous_user_id")));
        return own.isObject() ? Reading.of(Fields.text(own.path("body")), notice) : Reading.NOTHING;
    }

    /** Only what has words or a file can be edited. */
    private Reading edit(JsonNode own) {
        var target = Fields.id(own.path("original_message_id"));
        var message = own.path("message");
        var now =
                switch (message.path("type").asText()) {
                    case "text" -> text(message.path("text"));
                    case "image", "video", "document" ->
                        file(message.path(message.path("type").asText()));
                    case "interactive" -> interactives.read(message.path("interactive"));
                    default -> Reading.NOTHING;
                };
        return target == null
                ? new Reading(now.text(), null, null)
                : Reading.of(now.text(), new Content.Edit(target, now.content()));
    }

    private static Reading revocation(JsonNode own) {
        var target = Fields.id(own.path("original_message_id"));
        return target == null ? Reading.NOTHING : Reading.of(null, new Content.Revocation(target));
    }

    static @Nullable String lines(@Nullable String... parts) {
        var text = Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }
}
