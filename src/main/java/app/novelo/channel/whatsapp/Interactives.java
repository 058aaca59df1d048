package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the customer pressed or filled in. */
final class Interactives {

    private final ObjectMapper json;

    Interactives(ObjectMapper json) {
        this.json = json;
    }

    Reading read(JsonNode own) {
        var type = own.path("type").asText();
        var reply = own.path(type);
        return switch (type) {
            case "button_reply" -> choice("button", reply.path("id"), reply.path("title"), reply);
            case "list_reply" -> choice("list", reply.path("id"), reply.path("title"), reply);
            case "nfm_reply" -> flow(reply);
            case "call_permission_reply" -> permission(reply);
            default -> Reading.NOTHING;
        };
    }

    static Reading choice(String from, JsonNode id, JsonNode title, JsonNode own) {
        var shown = Fields.text(title, id);
        var key = Fields.text(id, title);
        var description = Fields.text(own.path("description"));
        return shown == null || key == null
                ? Reading.NOTHING
                : Reading.of(
                        InboundContents.lines(shown, description), new Content.Choice(from, key, shown, description));
    }

    private Reading flow(JsonNode reply) {
        var name = Fields.text(reply.path("name"));
        var values = values(reply.path("response_json"));
        var text = text(values);
        return Reading.of(
                text == null ? Fields.text(reply.path("body")) : text,
                new Content.FlowAnswer(name == null ? "flow" : name, values));
    }

    /** JSON within a string; where it is none, it is kept as the text that it is. */
    private JsonNode values(JsonNode response) {
        try {
            return FlowValues.storable(json.readTree(response.asText()));
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(response.asText());
        }
    }

    /** The token is ours, and no answer. */
    private static @Nullable String text(JsonNode values) {
        var lines = values.properties().stream()
                .filter(field -> !field.getKey().equals("flow_token"))
                .map(field -> field.getKey() + ": " + FlowValues.shown(field.getValue()))
                .collect(Collectors.joining("\n"));
        return Fields.text(TextNode.valueOf(lines));
    }

    private static Reading permission(JsonNode reply) {
        return Reading.of(
                null,
                new Content.CallPermission(
                        reply.path("response").asText().equals("accept"),
                        reply.path("is_permanent").asBoolean(),
                        Fields.instant(reply.path("expiration_timestamp"))));
    }
}
