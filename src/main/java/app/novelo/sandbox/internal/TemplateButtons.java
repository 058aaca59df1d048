package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Category;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The buttons of a template with what a request brings for them: payloads, ends of addresses, codes. */
final class TemplateButtons {

    private static final int MOST_PAYLOAD = 128;
    private static final int MOST_CODE = 15;
    private static final String VARIABLE = "{{1}}";

    /** What a request calls the button, by what the template calls it. */
    private static final Map<String, String> SUB_TYPES =
            Map.of("QUICK_REPLY", "quick_reply", "URL", "url", "COPY_CODE", "copy_code", "FLOW", "flow");

    private TemplateButtons() {}

    static ArrayNode fill(Template template, JsonNode components) {
        var shown = JsonNodeFactory.instance.arrayNode();
        var buttons = new ArrayList<JsonNode>();
        template.buttons().forEach(buttons::add);
        var given = given(buttons, components);
        for (int i = 0; i < buttons.size(); i++) {
            shown.add(fill(template, buttons.get(i), i, given.getOrDefault(i, MissingNode.getInstance())));
        }
        return shown;
    }

    /** @return by index, the parameter of a button */
    private static Map<Integer, JsonNode> given(List<JsonNode> buttons, JsonNode components) {
        var given = new HashMap<Integer, JsonNode>();
        for (var component : components) {
            if (TemplateFilling.typeOf(component).equals("button")) {
                int index = component.path("index").asInt(-1);
                var type = component.path("sub_type").asText().toLowerCase(Locale.ROOT);
                if (index < 0
                        || index >= buttons.size()
                        || !type.equals(
                                SUB_TYPES.get(buttons.get(index).path("type").asText()))) {
                    throw new GraphError(
                            132012, "buttons: there is no button of type %s at index %d".formatted(type, index));
                }
                given.put(index, component.path("parameters").path(0));
            }
        }
        return given;
    }

    private static ObjectNode fill(Template template, JsonNode button, int index, JsonNode given) {
        var type = button.path("type").asText();
        var shown = JsonNodeFactory.instance.objectNode().put("type", type);
        shown.put("text", button.path("text").asText());
        switch (type) {
            case "QUICK_REPLY" -> shown.put("payload", payload(given, shown));
            case "URL" -> url(template, button, index, given, shown);
            case "PHONE_NUMBER" ->
                shown.put("phone_number", button.path("phone_number").asText());
            case "COPY_CODE" -> shown.put("code", code(required("coupon_code", given, index, "CopyCode")));
            default -> {} // the label is all
        }
        return shown;
    }

    /** Unless the request says otherwise a quick reply brings its own words. */
    private static String payload(JsonNode given, ObjectNode shown) {
        var payload = given.path("payload").asText(shown.path("text").asText());
        if (payload.length() > MOST_PAYLOAD) {
            throw new GraphError(131009, "The payload of a button has 128 characters at most.");
        }
        return payload;
    }

    private static void url(Template template, JsonNode button, int index, JsonNode given, ObjectNode shown) {
        var url = button.path("url").asText();
        if (!url.contains(VARIABLE)) {
            if (!given.isMissingNode()) {
                throw new GraphError(132000, "buttons: Button at index %d takes no parameter".formatted(index));
            }
            shown.put("url", url);
            return;
        }
        var end = TemplateValues.checked("text", required("text", given, index, "Url"));
        if (template.category() == Category.AUTHENTICATION) {
            shown.put("type", "COPY_CODE").put("code", code(end));
        } else {
            shown.put("url", url.replace(VARIABLE, end));
        }
    }

    private static String required(String field, JsonNode given, int index, String type) {
        var value = given.path(field).asText();
        if (value.isEmpty()) {
            throw new GraphError(
                    131008, "buttons: Button at index %d of type %s requires a parameter".formatted(index, type));
        }
        return value;
    }

    static String code(String code) {
        if (code.length() > MOST_CODE) {
            throw new GraphError(131009, "A code has 15 characters at most.");
        }
        return code;
    }
}
