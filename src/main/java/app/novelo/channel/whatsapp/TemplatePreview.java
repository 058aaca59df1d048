package app.novelo.channel.whatsapp;

import app.novelo.channel.Content.TemplateButton;
import app.novelo.platform.BadRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A template with what has been filled in so far; where nothing is yet, the place itself is seen. */
final class TemplatePreview {

    private TemplatePreview() {}

    /**
     * As a customer would see it.
     *
     * @param header its type, and its words unless a file stands there
     */
    record Shown(
            TemplateView.@Nullable Header header, String text, @Nullable String footer, List<TemplateButton> buttons) {}

    /** @throws BadRequest naming a value that the template has no place for */
    static Shown of(TemplateForm form, Map<String, String> given) {
        given.keySet().stream()
                .filter(key -> !form.keys().contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new BadRequest(TemplateValues.field(key), "this template has no such variable");
                });
        var look = TemplateLook.of(form, key -> shown(key, given));
        var head = form.head();
        var header = head == null ? null : new TemplateView.Header(head.type(), look.header());
        return new Shown(header, look.text(), look.footer(), look.buttons());
    }

    private static String shown(String key, Map<String, String> given) {
        var value = ParameterText.of(Objects.requireNonNullElse(given.get(key), ""));
        return value.isEmpty() ? "{{" + key.substring(key.indexOf('.') + 1) + "}}" : value;
    }
}
