package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.Past;
import app.novelo.channel.Past.Said;
import app.novelo.channel.Sender;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the pieces that {@link Histories} has made. */
final class PastReader {

    private final InboundReader reader;

    PastReader(InboundReader reader) {
        this.reader = reader;
    }

    Past read(Line line, JsonNode piece) {
        return piece.has(Histories.NAMES)
                ? new Past.Names(
                        line,
                        all(piece.path(Histories.NAMES))
                                .map(PastReader::name)
                                .filter(Objects::nonNull)
                                .toList())
                : new Past.Messages(line, messages(line, piece), progress(piece.path(Histories.PROGRESS)));
    }

    private static Past.@Nullable Progress progress(JsonNode told) {
        var percent = Fields.whole(told.path("progress"));
        return percent == null || percent < 0 || percent > 100
                ? null
                : new Past.Progress(told.path("phase").asInt(), percent.intValue());
    }

    private List<Said> messages(Line line, JsonNode piece) {
        var thread = piece.path(Histories.THREAD).path("id").asText();
        var own = digits(piece.path(Histories.OWN).asText());
        return all(piece.path(Histories.MESSAGES))
                .map(message -> {
                    boolean echo = isOurs(message, thread, own);
                    return new Said(
                            reader.read(line, echo, customer(message, thread, echo), message),
                            Fields.text(message.path("history_context").path("status")));
                })
                .toList();
    }

    /** Some tell it; else our own number or a receiver does. A thread is called by its customer. */
    private static boolean isOurs(JsonNode message, String thread, String own) {
        var told = message.path("history_context").path("from_me");
        var from = message.path("from").asText();
        if (told.isBoolean()) {
            return told.asBoolean();
        }
        boolean his = !thread.isEmpty()
                && (from.equals(thread) || message.path("from_user_id").asText().equals(thread));
        return !his && (digits(from).equals(own) || !message.path("to").isMissingNode() || message.has("to_user_id"));
    }

    /** Whoever hides his number has a thread that is called by his user id, which has a dot in it. */
    private static Sender customer(JsonNode message, String thread, boolean echo) {
        boolean user = thread.contains(".");
        var phone = Fields.text(message.path(echo ? "to" : "from"));
        return new Sender(
                thread.isEmpty() || user ? phone == null ? null : digits(phone) : digits(thread),
                user ? thread : Fields.text(message.path(echo ? "to_user_id" : "from_user_id")),
                null,
                null,
                null);
    }

    private static Past.@Nullable Name name(JsonNode state) {
        var contact = state.path("contact");
        var phone = digits(contact.path("phone_number").asText());
        var at = Fields.instant(state.path("metadata").path("timestamp"));
        var name = Fields.text(contact.path("full_name"), contact.path("first_name"));
        if (phone.isEmpty()
                || at == null
                || !state.path("type").asText("contact").equals("contact")) {
            return null;
        }
        return new Past.Name(phone, state.path("action").asText().equals("remove") ? null : name, at);
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}
