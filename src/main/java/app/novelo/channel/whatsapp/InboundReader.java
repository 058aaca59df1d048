package app.novelo.channel.whatsapp;

import app.novelo.channel.InboundMessage;
import app.novelo.channel.Line;
import app.novelo.channel.Sender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link WhatsAppSplitter} has put into a lane: a message, an echo or a call, beside the contact it belongs to.
 */
final class InboundReader {

    static final String MESSAGE = "message";
    static final String CALL = "call";
    static final String CONTACT = "contact";

    /** Meta's longest word has seventeen letters. */
    private static final int LONGEST_KIND = 60;

    private final InboundContents contents;

    InboundReader(ObjectMapper json) {
        this.contents = new InboundContents(json);
    }

    InboundMessage read(Line line, JsonNode root) {
        boolean call = root.has(CALL);
        boolean echo = root.has(Echoes.ECHO);
        var own = root.path(call ? CALL : echo ? Echoes.ECHO : MESSAGE);
        var sender = echo ? Echoes.receiver(own, root.path(CONTACT)) : sender(own, root.path(CONTACT));
        return call ? message(line, false, sender, own, "call", Calls.read(own)) : read(line, echo, sender, own);
    }

    InboundMessage read(Line line, boolean echo, Sender sender, JsonNode own) {
        var kind = kind(own.path("type"));
        return message(line, echo, sender, own, kind, contents.read(kind, own));
    }

    private static InboundMessage message(
            Line line, boolean echo, Sender sender, JsonNode own, String kind, Reading reading) {
        return new InboundMessage(
                line,
                echo,
                sender,
                id(own.path("id")),
                kind.equals("call") ? timeOfCall(own) : time(own.path("timestamp")),
                kind,
                reading.text(),
                reading.content(),
                reading.media(),
                Surroundings.of(own),
                Fields.text(own.path("context").path("id")),
                own);
    }

    private static String kind(JsonNode type) {
        var kind = Fields.text(type);
        return kind == null || kind.length() > LONGEST_KIND ? "unknown" : kind;
    }

    /** A system message has no contact, and tells ids of its own. */
    private static Sender sender(JsonNode own, JsonNode contact) {
        var system = own.path("system");
        return new Sender(
                Fields.text(contact.path("wa_id"), own.path("from")),
                Fields.text(own.path("from_user_id"), contact.path("user_id"), system.path("previous_user_id")),
                Fields.text(
                        own.path("from_parent_user_id"), contact.path("parent_user_id"), system.path("parent_user_id")),
                Fields.text(contact.path("profile").path("username")),
                Fields.text(contact.path("profile").path("name")));
    }

    static String id(JsonNode id) {
        var text = id.asText();
        if (text.isEmpty() || text.length() > Fields.LONGEST_ID || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an id is missing, holds NUL or is longer than " + Fields.LONGEST_ID);
        }
        return text;
    }

    private static Instant timeOfCall(JsonNode call) {
        for (var name : new String[] {"timestamp", "end_time", "start_time"}) {
            var at = Fields.instant(call.path(name));
            if (at != null) {
                return at;
            }
        }
        throw new IllegalArgumentException("a call without a time");
    }

    /** Before 1970 nobody wrote: no list would show it. What lies far ahead is put right where there is a clock. */
    static Instant time(JsonNode seconds) {
        try {
            long since1970 = Long.parseLong(seconds.asText());
            if (since1970 >= 0) {
                return Instant.ofEpochSecond(since1970);
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("not a time in seconds", e);
        }
        throw new IllegalArgumentException("a time before 1970");
    }

    static @Nullable String customer(JsonNode own) {
        var system = own.path("system"); // may be all that names somebody whose number is hidden
        return Fields.text(
                own.path("from_user_id"), own.path("from"), system.path("previous_user_id"), system.path("user_id"));
    }
}
