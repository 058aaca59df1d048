package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.OutboundMessage;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Templates as the Graph API wants them: what stands in their places, and nothing of the words around.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates">Meta, Templates</a>
 */
final class TemplateBodies {

    private static final String HEADER = TemplateForm.headKey("");
    private static final String BUTTON = "button.";

    private TemplateBodies() {}

    static void write(OutboundMessage message, Content.Template template, ObjectNode body) {
        body.put("name", template.name()).putObject("language").put("code", template.language());
        var components = body.putArray("components");
        header(message, template, components);
        text(template, "body", keys(template, key -> !key.startsWith(HEADER) && !key.startsWith(BUTTON)), components);
        buttons(template, components);
        if (components.isEmpty()) {
            body.remove("components");
        }
    }

    private static void header(OutboundMessage message, Content.Template template, ArrayNode components) {
        var header = template.header();
        if (header != null && header.media() != null) {
            InteractiveBodies.file(GraphBodies.media(message), parameter("header", components));
        } else if (template.values().keySet().containsAll(TemplatePlace.KEYS)) {
            place(template.values(), parameter("header", components));
        } else {
            text(template, "header", keys(template, key -> key.startsWith(HEADER)), components);
        }
    }

    private static ObjectNode parameter(String type, ArrayNode components) {
        return components.addObject().put("type", type).putArray("parameters").addObject();
    }

    private static void place(Map<String, String> values, ObjectNode parameter) {
        parameter
                .put("type", "location")
                .putObject("location")
                .put("latitude", Objects.requireNonNull(values.get(TemplatePlace.LATITUDE)))
                .put("longitude", Objects.requireNonNull(values.get(TemplatePlace.LONGITUDE)))
                .put("name", Objects.requireNonNull(values.get(TemplatePlace.NAME)))
                .put("address", Objects.requireNonNull(values.get(TemplatePlace.ADDRESS)));
    }

    private static List<String> keys(Content.Template template, Predicate<String> wanted) {
        return template.values().keySet().stream()
                .filter(wanted)
                .sorted(TemplateReader.BY_NUMBER)
                .toList();
    }

    private static void text(Content.Template template, String part, List<String> keys, ArrayNode components) {
        if (keys.isEmpty()) {
            return;
        }
        var parameters = components.addObject().put("type", part).putArray("parameters");
        for (var key : keys) {
            var parameter = parameters.addObject().put("type", "text");
            var name = key.startsWith(HEADER) ? key.substring(HEADER.length()) : key;
            if (!TemplateReader.isNumber(name)) {
                parameter.put("parameter_name", name);
            }
            parameter.put("text", template.values().get(key));
        }
    }

    private static void buttons(Content.Template template, ArrayNode components) {
        if (template.category().equals(TemplateReader.AUTHENTICATION)) {
            var code = template.values().values().stream().findFirst().orElse("");
            button(0, "url", components).put("type", "text").put("text", code);
            return;
        }
        for (int i = 0; i < template.buttons().size(); i++) {
            var value = template.values().get(TemplateForm.buttonKey(i));
            if (value != null && template.buttons().get(i).type().equals("COPY_CODE")) {
                button(i, "copy_code", components).put("type", "coupon_code").put("coupon_code", value);
            } else if (value != null) {
                button(i, "url", components).put("type", "text").put("text", value);
            }
        }
    }

    private static ObjectNode button(int index, String subType, ArrayNode components) {
        return components
                .addObject()
                .put("type", "button")
                .put("sub_type", subType)
                .put("index", String.valueOf(index))
                .putArray("parameters")
                .addObject();
    }
}
