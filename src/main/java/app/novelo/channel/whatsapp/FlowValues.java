package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a customer filled in: a tree of which nobody knows the shape. */
final class FlowValues {

    private FlowValues() {}

    /** PostgreSQL takes no number of any size, and no infinity. */
    static JsonNode storable(JsonNode node) {
        if (node.isNumber()) {
            return node.canConvertToLong() || Fields.decimal(node) != null ? node : TextNode.valueOf(node.asText());
        }
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), storable(field.getValue())));
            return object;
        }
        return node.isArray() ? list(node) : node;
    }

    private static ArrayNode list(JsonNode node) {
        var list = JsonNodeFactory.instance.arrayNode();
        node.forEach(element -> list.add(storable(element)));
        return list;
    }

    static String shown(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(FlowValues::shown)
                        .collect(Collectors.joining(", "))
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
