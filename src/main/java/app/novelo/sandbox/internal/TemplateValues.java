package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Format;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The values of a text's variables, as a request brings them. */
final class TemplateValues {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\n\\r\\t]| {5}");
    private static final Set<String> TYPES = Set.of("text", "currency", "date_time");

    private TemplateValues() {}

    /**
     * @param part {@code header} or {@code body}
     * @return by name or number
     */
    static Map<String, String> of(String part, Template template, String text, JsonNode parameters) {
        var variables = TemplateVariables.in(text);
        if (parameters.size() != variables.size()) {
            throw new GraphError(
                    132000,
                    "%s: number of localizable_params (%d) does not match the expected number of params (%d)"
                            .formatted(part, parameters.size(), variables.size()));
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.path(i);
            values.put(name(template, variables, parameter, i), value(part, parameter));
        }
        if (!values.keySet().containsAll(variables)) {
            throw new GraphError(132000, "%s: the expected params are %s".formatted(part, variables));
        }
        return values;
    }

    private static String name(Template template, List<String> variables, JsonNode parameter, int index) {
        if (template.format() == Format.POSITIONAL) {
            return Integer.toString(index + 1);
        }
        var name = parameter.path("parameter_name").asText();
        if (name.isEmpty()) {
            throw new GraphError(100, "Parameter name is missing or empty");
        }
        if (!variables.contains(name)) {
            throw new GraphError(100, "Parameter name %s is none of %s".formatted(name, variables));
        }
        return name;
    }

    private static String value(String part, JsonNode parameter) {
        var type = parameter.path("type").asText();
        if (!TYPES.contains(type)) {
            throw new GraphError(
                    132012,
                    "%s: Format mismatch, expected TEXT, received %s".formatted(part, type.toUpperCase(Locale.ROOT)));
        }
        var value = type.equals("text")
                ? parameter.path("text")
                : parameter.path(type).path("fallback_value");
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new GraphError(
                    100, "Param template['components']['parameters']['%s'] must be a string.".formatted(type));
        }
        return checked(type, value.asText());
    }

    static String checked(String type, String value) {
        if (value.isEmpty()) {
            throw new GraphError(131008, "Parameter of type %s is missing %s value".formatted(type, type));
        }
        if (FORBIDDEN.matcher(value).find()) {
            throw new GraphError(
                    132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        }
        return value;
    }
}
