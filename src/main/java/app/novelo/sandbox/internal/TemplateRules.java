package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Category;
import app.novelo.sandbox.internal.Template.Format;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Meta checks of a template before it takes it in. Carousels, limited-time offers and calls to catalogues are not played.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components">Meta,
 *     Template components</a>
 */
final class TemplateRules {

    private static final Set<String> TYPES = Set.of("HEADER", "BODY", "FOOTER", "BUTTONS");
    private static final int MOST_BODY = 1024;
    private static final int MOST_SHORT = 60; // header and footer
    private static final Pattern EMPTY_LINES = Pattern.compile("\n\\s*\n\\s*\n");
    private static final Pattern PLAIN = Pattern.compile("[^\\n\\r*_~`\\p{So}\\x{1F300}-\\x{1FAFF}]*");

    private TemplateRules() {}

    static void check(TemplateDraft draft) {
        check(draft.category(), draft.format(), draft.components());
    }

    static void check(Category category, Format format, Iterable<JsonNode> components) {
        var seen = new HashSet<String>();
        for (var component : components) {
            var type = component.path("type").asText();
            if (!TYPES.contains(type) || !seen.add(type)) {
                throw new GraphError(100, "Param components['type'] must be one of %s, each once.".formatted(TYPES));
            }
            if (category == Category.AUTHENTICATION) {
                AuthenticationRules.check(type, component);
            } else {
                check(type, component, format);
            }
        }
        if (!seen.contains("BODY")) {
            throw TemplateErrors.body("A message template has a body.");
        }
        if (category == Category.AUTHENTICATION && !seen.contains("BUTTONS")) {
            throw TemplateErrors.missing("BUTTONS", "buttons");
        }
    }

    private static void check(String type, JsonNode component, Format format) {
        switch (type) {
            case "HEADER" -> header(component, format);
            case "BODY" -> body(component, format);
            case "FOOTER" -> footer(component);
            default -> TemplateButtonRules.check(component);
        }
    }

    private static void body(JsonNode body, Format format) {
        var text = body.path("text").asText();
        if (text.isBlank()) {
            throw TemplateErrors.missing("BODY", "text");
        }
        atMost(body, "message body", MOST_BODY);
        if (EMPTY_LINES.matcher(text).find()) {
            throw TemplateErrors.body("The message body can't have more than two new lines in a row.");
        }
        var variables = variables(text, TemplateErrors.body("The message body has braces that make no variable."));
        if (TemplateVariables.isAtAnEdge(text)) {
            throw TemplateErrors.edge();
        }
        if (TemplateVariables.areTooMany(text)) {
            throw TemplateErrors.ratio();
        }
        if (format == Format.POSITIONAL && isNumbered(variables) && !TemplateVariables.areInOrder(variables)) {
            throw TemplateErrors.body("The variables of the message body must be numbered from 1 without gaps.");
        }
        examples(body, "BODY", "body_text", format, variables);
    }

    private static boolean isNumbered(List<String> variables) {
        return TemplateVariables.fit(Format.POSITIONAL, variables);
    }

    private static void header(JsonNode header, Format format) {
        switch (header.path("format").asText()) {
            case "TEXT" -> headline(header, format);
            case "IMAGE", "VIDEO", "DOCUMENT" -> {
                if (header.path("example")
                        .path("header_handle")
                        .path(0)
                        .asText()
                        .isEmpty()) {
                    throw TemplateErrors.missing("HEADER", "example");
                }
            }
            case "LOCATION" -> {}
            default ->
                throw TemplateErrors.header("The format of a header is TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION.");
        }
    }

    private static void headline(JsonNode header, Format format) {
        var text = header.path("text").asText();
        if (text.isBlank()) {
            throw TemplateErrors.missing("HEADER", "text");
        }
        atMost(header, "message header", MOST_SHORT);
        if (!PLAIN.matcher(TemplateVariables.fill(text, name -> "")).matches()) {
            throw TemplateErrors.header(
                    "Message headers can't have new lines, emojis, asterisks or formatting characters.");
        }
        var variables = variables(text, TemplateErrors.header("The message header has braces that make no variable."));
        if (variables.size() > 1) {
            throw TemplateErrors.header("Message headers can't have more than one variable.");
        }
        examples(header, "HEADER", "header_text", format, variables);
    }

    private static void footer(JsonNode footer) {
        var text = footer.path("text").asText();
        if (text.isBlank()) {
            throw TemplateErrors.missing("FOOTER", "text");
        }
        atMost(footer, "message footer", MOST_SHORT);
        if (!TemplateVariables.in(text).isEmpty() || text.contains("\n")) {
            throw TemplateErrors.footer("Message footers can't have variables or new lines.");
        }
    }

    private static List<String> variables(String text, GraphError ifStray) {
        if (TemplateVariables.hasStrayBraces(text)) {
            throw ifStray;
        }
        return TemplateVariables.in(text);
    }

    /** Numbered examples of a body come as a list of lists, of which one is enough. */
    private static void examples(JsonNode part, String type, String key, Format format, List<String> variables) {
        var example = part.path("example");
        if (variables.isEmpty()) {
            return;
        }
        var given = new HashSet<String>();
        if (format == Format.NAMED) {
            example.path(key + "_named_params").forEach(one -> given.add(named(one)));
        } else {
            var list = type.equals("BODY") ? example.path(key).path(0) : example.path(key);
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                given.add(list.path(i).asText().isEmpty() ? "" : Integer.toString(i + 1));
            }
        }
        if (format == Format.NAMED ? !given.containsAll(variables) : given.size() < variables.size()) {
            throw TemplateErrors.missing(type, "example");
        }
    }

    private static String named(JsonNode example) {
        return example.path("example").asText().isEmpty()
                ? ""
                : example.path("param_name").asText();
    }

    static void atMost(JsonNode part, String what, int most) {
        if (TypeRules.characters(part.path("text")) > most) {
            throw TemplateErrors.tooLong(what, most);
        }
    }

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }
}
