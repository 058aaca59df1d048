package app.novelo.channel.whatsapp;

import app.novelo.channel.Content.TemplateButton;
import app.novelo.channel.whatsapp.TemplateForm.Button;
import app.novelo.channel.whatsapp.TemplateForm.Head;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A template as a customer sees it.
 *
 * @param header its words; null for none, and where a file stands
 */
record TemplateLook(@Nullable String header, String text, @Nullable String footer, List<TemplateButton> buttons) {

    /** @param value of a variable, by its key */
    static TemplateLook of(TemplateForm form, UnaryOperator<String> value) {
        return new TemplateLook(
                header(form.head(), value),
                form.body().filled(value),
                form.footer(),
                IntStream.range(0, form.buttons().size())
                        .mapToObj(index -> button(form, index, value))
                        .toList());
    }

    private static @Nullable String header(@Nullable Head head, UnaryOperator<String> value) {
        if (head == null) {
            return null;
        }
        return switch (head.type()) {
            case TemplateForm.TEXT -> head.text().filled(key -> value.apply(TemplateForm.headKey(key)));
            case TemplateForm.LOCATION ->
                Stream.of(TemplatePlace.NAME, TemplatePlace.ADDRESS).map(value).collect(Collectors.joining("\n"));
            default -> null;
        };
    }

    private static TemplateButton button(TemplateForm form, int index, UnaryOperator<String> value) {
        var button = form.buttons().get(index);
        return new TemplateButton(button.type(), button.text(), behind(form, button, index, value));
    }

    private static @Nullable String behind(TemplateForm form, Button button, int index, UnaryOperator<String> value) {
        var key = TemplateForm.buttonKey(index);
        if (form.keys().contains(key)) {
            return button.value().parts().isEmpty()
                    ? value.apply(key)
                    : button.value().filled(one -> value.apply(key));
        }
        // a button with the code of an authentication has its place in the body
        return button.value().parts().isEmpty()
                ? null
                : button.value().filled(one -> Objects.requireNonNullElse(value.apply(one), ""));
    }
}
