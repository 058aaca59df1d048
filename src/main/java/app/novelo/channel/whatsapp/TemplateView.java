package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.whatsapp.TemplateForm.Variable;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A template as {@code docs/http-api.md} shows it.
 *
 * @param whyNot as {@link app.novelo.channel.Template#whyNot()}
 * @param lines those that may send it
 * @param history the newest first; only of a single template
 */
record TemplateView(
        String id,
        String account,
        String name,
        String language,
        String category,
        String status,
        @Nullable String quality,
        @Nullable String rejectedReason,
        @Nullable String correctCategory,
        String parameterFormat,
        @Nullable Header header,
        String body,
        @Nullable String footer,
        List<Button> buttons,
        List<Variable> variables,
        boolean usable,
        @Nullable String whyNot,
        Instant changedAt,
        List<LineName> lines,
        @JsonInclude(Include.NON_NULL) @Nullable List<TemplateLedger.Change> history) {

    /** @param text null unless its type is {@code TEXT} */
    record Header(String type, @Nullable String text) {}

    /**
     * @param value address, number or code, with its variable; null for a quick reply
     * @param key of the value that it needs; null if it needs none
     */
    record Button(String type, String text, @Nullable String value, @Nullable String key) {}

    /** A line that may send it. */
    record LineName(String id, String display) {}

    static TemplateView of(StoredTemplate stored, List<Line> lines, @Nullable List<TemplateLedger.Change> history) {
        var meta = stored.meta();
        var form = stored.form();
        return new TemplateView(
                stored.id().toString(),
                stored.account(),
                meta.name(),
                meta.language(),
                meta.category(),
                meta.status(),
                meta.quality(),
                meta.rejectedReason(),
                meta.correctCategory(),
                meta.parameterFormat(),
                header(form.head()),
                form.body().source(),
                form.footer(),
                buttons(form),
                form.variables(),
                stored.whyNot(form) == null,
                stored.whyNot(form),
                stored.changedAt(),
                lines.stream()
                        .filter(line -> line.accountId().equals(stored.account()))
                        .map(line -> new LineName(line.id().toString(), line.display()))
                        .toList(),
                history);
    }

    private static @Nullable Header header(TemplateForm.@Nullable Head head) {
        if (head == null) {
            return null;
        }
        var text = head.text().source();
        return new Header(head.type(), text.isEmpty() ? null : text);
    }

    private static List<Button> buttons(TemplateForm form) {
        return IntStream.range(0, form.buttons().size())
                .mapToObj(index -> button(form, index))
                .toList();
    }

    private static Button button(TemplateForm form, int index) {
        var button = form.buttons().get(index);
        var value = button.value().source();
        var key = TemplateForm.buttonKey(index);
        return new Button(
                button.type(),
                button.text(),
                value.isEmpty() ? null : value,
                form.keys().contains(key) ? key : null);
    }
}
