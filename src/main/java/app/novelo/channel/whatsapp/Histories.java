package app.novelo.channel.whatsapp;

import app.novelo.channel.Splitter.Element;
import app.novelo.channel.Splitter.Notice;
import app.novelo.channel.Splitter.OfThePast;
import app.novelo.channel.Splitter.Unreadable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Splits what the WhatsApp Business app remembers, cloud-api's fields {@code history} and {@code smb_app_state_sync}: one
 * webhook may tell thousands of messages, so they are cut into pieces that are quickly stored.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history">Meta,
 *     history webhook</a>
 */
final class Histories {

    static final String HISTORY = "history";
    static final String CONTACTS = "smb_app_state_sync";

    static final String THREAD = "thread";
    static final String MESSAGES = "messages";
    static final String NAMES = "names";

    /** The channel's word for how far it has come. */
    static final String PROGRESS = "progress";

    /** Our own number, by which messages of ours are told from those of the customer. */
    static final String OWN = "own";

    /** Of a piece; storing one takes less than half a second, and nobody else waits longer for the customer. */
    private static final int MOST_MESSAGES = 100;

    private static final int MOST_NAMES = 500;

    private final ObjectMapper json;
    private final String account;
    private final JsonNode value;
    private final String line;
    private final List<Element> elements;

    private Histories(ObjectMapper json, String account, JsonNode value, List<Element> elements) {
        this.json = json;
        this.account = account;
        this.value = value;
        this.line = value.path("metadata").path("phone_number_id").asText();
        this.elements = elements;
    }

    static boolean isIn(String field, JsonNode value) {
        return WhatsAppSplitter.isKey(
                        value.path("metadata").path("phone_number_id").asText())
                && (field.equals(HISTORY)
                                && (value.path(HISTORY).isArray()
                                        || value.path(MESSAGES).isArray())
                        || field.equals(CONTACTS) && value.path("state_sync").isArray());
    }

    static void split(ObjectMapper json, String account, JsonNode value, List<Element> elements) {
        var histories = new Histories(json, account, value, elements);
        value.path(HISTORY).forEach(histories::chunk);
        histories.files(value.path(MESSAGES));
        histories.pieces(value.path("state_sync"), NAMES, json.createObjectNode(), MOST_NAMES);
    }

    /** That the owner does not share his history is told as an error in its place. */
    private void chunk(JsonNode chunk) {
        if (!chunk.path("threads").isArray()) {
            elements.add(new Notice(account, HISTORY, chunk.toString()));
            return;
        }
        for (var thread : chunk.path("threads")) {
            var about = json.createObjectNode();
            about.set(PROGRESS, chunk.path("metadata"));
            about.set(THREAD, json.createObjectNode().set("id", thread.path("id")));
            pieces(thread.path(MESSAGES), MESSAGES, about, MOST_MESSAGES);
        }
    }

    /** Told after their thread, each by itself, and without saying whose they are if the company sent them. */
    private void files(JsonNode messages) {
        messages.forEach(message ->
                pieces(json.createArrayNode().add(message), MESSAGES, json.createObjectNode(), MOST_MESSAGES));
    }

    private void pieces(JsonNode all, String name, ObjectNode about, int most) {
        var piece = json.createArrayNode();
        for (var one : all) {
            if (name.equals(MESSAGES) && !isReadable(one)) {
                elements.add(new Unreadable(one.toString(), "a message of the past without id or time, or of a group"));
                continue;
            }
            piece.add(one);
            if (piece.size() == most) {
                add(piece, name, about);
                piece = json.createArrayNode();
            }
        }
        add(piece, name, about);
    }

    private void add(ArrayNode piece, String name, ObjectNode about) {
        if (!piece.isEmpty()) {
            ObjectNode payload = about.deepCopy();
            payload.set(OWN, value.path("metadata").path("display_phone_number"));
            payload.set(name, piece);
            elements.add(new OfThePast(line, payload.toString()));
        }
    }

    /** One that is not must not keep back the others of its piece. */
    private static boolean isReadable(JsonNode message) {
        try {
            InboundReader.id(message.path("id"));
            InboundReader.time(message.path("timestamp"));
            return !message.hasNonNull("group_id");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
