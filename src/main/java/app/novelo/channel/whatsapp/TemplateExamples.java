package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What Meta was shown for the variables of a part.
 *
 * @param part {@code body_text} or {@code header_text}: key of the list, or with {@code _named_params} behind it
 */
record TemplateExamples(JsonNode example, String part) {

    /** @param key name, or number from 1 */
    @Nullable
    String of(String key) {
        for (var named : example.path(part + "_named_params")) {
            if (named.path("param_name").asText().equals(key)) {
                return Fields.text(named.path("example"));
            }
        }
        return key.matches("\\d{1,4}") ? numbered(Integer.parseInt(key) - 1) : null;
    }

    /** Those of a body stand in a list of lists, the one of a header in a list. */
    private @Nullable String numbered(int index) {
        var list = example.path(part);
        return Fields.text(list.path(0).path(index), list.path(index));
    }
}
