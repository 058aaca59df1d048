package app.novelo.sandbox.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;

/** JSON in Meta's spelling: beyond ASCII as lower-case {@code \}{@code u00e9}, the slash as {@code \/}. */
@SandboxOnly
@Component
class MetaJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    String text(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /** @throws IllegalArgumentException if {@code text} is not a JSON object */
    ObjectNode object(String text) {
        try {
            if (mapper.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is not JSON", e);
        }
        throw new IllegalArgumentException("this is not a JSON object");
    }

    /** @throws IllegalArgumentException if {@code text} is not a JSON array */
    ArrayNode list(String text) {
        try {
            if (mapper.readTree(text) instanceof ArrayNode array) {
                return array;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is not JSON", e);
        }
        throw new IllegalArgumentException("this is not a JSON array");
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    ArrayNode array() {
        return mapper.createArrayNode();
    }
}
