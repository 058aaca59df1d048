package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Category;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A template with its values filled in, as a phone shows it: header, body, footer and buttons.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates">Meta, Send message
 *     templates</a>
 */
final class TemplateFilling {

    private static final int MOST_BODY = 1024;
    private static final int MOST_HEADER = 60;
    private static final List<String> PARTS = List.of("header", "body", "button");

    private final Template template;
    private final JsonNode asked;
    private final ObjectNode shown = JsonNodeFactory.instance.objectNode();

    private TemplateFilling(Template template, JsonNode asked) {
        this.template = template;
        this.asked = asked;
    }

    /** @param asked the template object of a request */
    static ObjectNode of(Template template, JsonNode asked) {
        return new TemplateFilling(template, asked.path("components")).fill();
    }

    private ObjectNode fill() {
        for (var component : asked) {
            if (!PARTS.contains(typeOf(component))) {
                throw new GraphError(100, "Param template['components']['type'] must be one of " + PARTS);
            }
        }
        template.component("HEADER").ifPresent(this::header);
        shown.put("body", body());
        if (!template.text("FOOTER").isEmpty()) {
            shown.put("footer", template.text("FOOTER"));
        }
        var buttons = TemplateButtons.fill(template, asked);
        if (!buttons.isEmpty()) {
            shown.set("buttons", buttons);
        }
        return shown;
    }

    static String typeOf(JsonNode component) {
        return component.path("type").asText().toLowerCase(Locale.ROOT);
    }

    /** @return the parameters of this part; a missing node if it was left out */
    private JsonNode parameters(String part) {
        for (var component : asked) {
            if (typeOf(component).equals(part)) {
                return component.path("parameters");
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private String body() {
        var values = TemplateValues.of("body", template, template.text("BODY"), parameters("body"));
        if (template.category() == Category.AUTHENTICATION) {
            TemplateButtons.code(values.getOrDefault("1", ""));
        }
        return filled(template.text("BODY"), values, MOST_BODY);
    }

    private void header(JsonNode header) {
        var format = header.path("format").asText();
        var given = parameters("header");
        if (format.equals("TEXT")) {
            var values = TemplateValues.of("header", template, template.text("HEADER"), given);
            shown.putObject("header")
                    .put("type", "text")
                    .put("text", filled(template.text("HEADER"), values, MOST_HEADER));
            return;
        }
        var kind = format.toLowerCase(Locale.ROOT);
        var parameter = given.path(0);
        var received = parameter.path("type").asText().toLowerCase(Locale.ROOT);
        if (given.size() != 1 || !received.equals(kind) || !parameter.path(kind).isObject()) {
            throw mismatch(format, received);
        }
        if (kind.equals("location")) {
            TypeRules.check(kind, parameter.path(kind));
        } else {
            TypeRules.media(kind, parameter.path(kind));
        }
        shown.putObject("header").put("type", kind).set(kind, parameter.path(kind));
    }

    private static GraphError mismatch(String expected, String received) {
        var what = received.isEmpty() ? "UNKNOWN" : received.toUpperCase(Locale.ROOT);
        return new GraphError(132012, "header: Format mismatch, expected %s, received %s".formatted(expected, what));
    }

    private static String filled(String text, Map<String, String> values, int most) {
        var filled = TemplateVariables.fill(text, name -> values.getOrDefault(name, ""));
        if (filled.codePointCount(0, filled.length()) > most) {
            throw new GraphError(132005, "Translated text is %d characters at most.".formatted(most));
        }
        return filled;
    }
}
