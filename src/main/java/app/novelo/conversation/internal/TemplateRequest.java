package app.novelo.conversation.internal;

import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says about the template that it wants to send. */
final class TemplateRequest {

    /** WhatsApp's own limit of a name; languages are shorter. */
    private static final int LONGEST = 512;

    private TemplateRequest() {}

    static String key(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new BadRequest(field, "the %s of a template is needed".formatted(field));
        }
        return value;
    }

    /** A number is taken for its digits; what is null is missing. */
    static Map<String, String> values(@Nullable JsonNode given) {
        var values = new LinkedHashMap<String, String>();
        if (given == null || given.isNull()) {
            return values;
        }
        if (!given.isObject()) {
            throw new BadRequest("values", "an object is needed, a value by each variable's key");
        }
        given.properties().forEach(entry -> {
            if (!entry.getValue().isValueNode()) {
                throw new BadRequest("values." + entry.getKey(), "a text is needed");
            }
            if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return values;
    }
}
