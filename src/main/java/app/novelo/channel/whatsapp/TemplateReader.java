package app.novelo.channel.whatsapp;

import app.novelo.channel.whatsapp.TemplateForm.Button;
import app.novelo.channel.whatsapp.TemplateForm.Head;
import app.novelo.channel.whatsapp.TemplateForm.Variable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template's components, hostile or of tomorrow as they may be.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components">Meta,
 *     Template components</a>
 */
final class TemplateReader {

    static final String AUTHENTICATION = "AUTHENTICATION";

    /** Numbers are sent in their order; of names none is before another. */
    static final Comparator<String> BY_NUMBER = Comparator.comparing((String key) -> isNumber(key) ? key.length() : 0)
            .thenComparing(key -> isNumber(key) ? key : "");

    private static final Set<String> KNOWN = Set.of("HEADER", "BODY", "FOOTER", "BUTTONS");
    private static final Set<String> HEADS = Set.of("TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION");

    /** Those that need no value of a kind that this release cannot give. */
    private static final Set<String> BUTTONS =
            Set.of("QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "VOICE_CALL", "REQUEST_CONTACT_INFO");

    /** Meta fixes the words of an authentication template and may not tell them. */
    private static final TemplateText CODE = TemplateText.of("{{1}}");

    private final boolean authentication;
    private final JsonNode components;

    private TemplateReader(MetaTemplate template) {
        this.authentication = template.category().equals(AUTHENTICATION);
        this.components = template.components();
    }

    static TemplateForm form(MetaTemplate template) {
        return new TemplateReader(template).form();
    }

    private TemplateForm form() {
        var head = head();
        var body = TemplateText.of(text(part("BODY").path("text")));
        if (authentication && body.keys().isEmpty()) {
            body = CODE;
        }
        var buttons = buttons();
        return new TemplateForm(
                head,
                body,
                Fields.text(part("FOOTER").path("text")),
                buttons,
                variables(head, body, buttons),
                isFillable(head, buttons));
    }

    private JsonNode part(String type) {
        return StreamSupport.stream(components.spliterator(), false)
                .filter(component -> type(component).equals(type))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String type(JsonNode node) {
        return node.path("type").asText().toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode node) {
        return Objects.requireNonNullElse(Fields.text(node), "");
    }

    private @Nullable Head head() {
        var header = part("HEADER");
        var format = header.path("format").asText().toUpperCase(Locale.ROOT);
        return header.isMissingNode() ? null : new Head(format, TemplateText.of(text(header.path("text"))));
    }

    private List<Button> buttons() {
        var buttons = new ArrayList<Button>();
        for (var button : part("BUTTONS").path("buttons")) {
            var value = Fields.text(button.path("url"), button.path("phone_number"));
            buttons.add(new Button(
                    type(button),
                    text(button.path("text")),
                    value == null ? TemplateText.NONE : TemplateText.of(value)));
        }
        return List.copyOf(buttons);
    }

    private boolean isFillable(@Nullable Head head, List<Button> buttons) {
        return (head == null || HEADS.contains(head.type()))
                && buttons.stream().allMatch(button -> BUTTONS.contains(button.type()))
                && StreamSupport.stream(components.spliterator(), false)
                        .allMatch(component -> KNOWN.contains(type(component)))
                && !part("BODY").isMissingNode();
    }

    private List<Variable> variables(@Nullable Head head, TemplateText body, List<Button> buttons) {
        var variables = new ArrayList<Variable>();
        if (head != null) {
            variables.addAll(ofHead(head));
        }
        var examples = new TemplateExamples(part("BODY").path("example"), "body_text");
        keys(body).forEach(key -> variables.add(new Variable(key, "body", examples.of(key))));
        if (!authentication) { // its button gets the same code as the body
            ofButtons(buttons, variables);
        }
        return List.copyOf(variables);
    }

    /** Names in the order of the text. */
    private List<String> keys(TemplateText text) {
        return text.keys().stream().sorted(BY_NUMBER).toList();
    }

    static boolean isNumber(String key) {
        return key.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private List<Variable> ofHead(Head head) {
        if (head.type().equals(TemplateForm.LOCATION)) {
            return TemplatePlace.KEYS.stream()
                    .map(key -> new Variable(key, "header", null))
                    .toList();
        }
        var examples = new TemplateExamples(part("HEADER").path("example"), "header_text");
        return head.text().keys().stream()
                .map(key -> new Variable(TemplateForm.headKey(key), "header", examples.of(key)))
                .toList();
    }

    private void ofButtons(List<Button> buttons, List<Variable> variables) {
        for (int i = 0; i < buttons.size(); i++) {
            var button = buttons.get(i);
            if (button.type().equals("COPY_CODE") || !button.value().keys().isEmpty()) {
                var example = part("BUTTONS").path("buttons").path(i).path("example");
                variables.add(new Variable(TemplateForm.buttonKey(i), "button", Fields.text(example, example.path(0))));
            }
        }
    }
}
