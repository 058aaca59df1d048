package app.novelo.channel.whatsapp;

import app.novelo.platform.BadRequest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Meta asks of the words of a template and of the places in them. */
final class TemplateTextLimits {

    static final int LONGEST_BODY = 1024;

    private static final int LONGEST_LABEL = 25;

    /** Meta does not tell how many words a variable needs (2388293); fewer than two each it has never let through. */
    private static final int WORDS_EACH = 2;

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\s*\\n\\s*\\n");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern SIDE_BY_SIDE = Pattern.compile("}}\\s*\\{\\{");

    /** Formatting signs, emojis and other pictures. */
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\n\\r*_~`\\p{So}\\x{1F300}-\\x{1FAFF}]");

    private final boolean named;

    TemplateTextLimits(boolean named) {
        this.named = named;
    }

    /** @return keys of its variables */
    List<String> body(@Nullable String text) {
        Limits.text("body", text, LONGEST_BODY);
        var body = TemplateText.of(Objects.requireNonNull(text));
        var keys = keys("body", body);
        if (EMPTY_LINES.matcher(text).find()) {
            throw new BadRequest("body", "has no more than two line breaks in a row");
        }
        if (isAtAnEdge(body)) {
            throw new BadRequest("body", "does not begin or end with a variable");
        }
        if (SIDE_BY_SIDE.matcher(text).find()) {
            throw new BadRequest("body", "has words between two variables");
        }
        if (words(body) < WORDS_EACH * keys.size()) {
            throw new BadRequest("body", "has too many variables for so few words");
        }
        return keys;
    }

    private static long words(TemplateText text) {
        return WORD.matcher(text.filled(key -> " ")).results().count();
    }

    private static boolean isAtAnEdge(TemplateText text) {
        var trimmed = TemplateText.of(text.source().strip()).parts();
        return trimmed.get(0).isPlace() || trimmed.get(trimmed.size() - 1).isPlace();
    }

    /** @return keys of its variables, one at most */
    List<String> header(@Nullable String text, int most) {
        Limits.text("header.text", text, most);
        var header = TemplateText.of(Objects.requireNonNull(text));
        if (NOT_PLAIN.matcher(header.words()).find()) {
            throw new BadRequest("header.text", "has no line breaks, emojis or formatting signs");
        }
        var keys = keys("header.text", header);
        if (keys.size() > 1) {
            throw new BadRequest("header.text", "has one variable at most");
        }
        return keys;
    }

    private List<String> keys(String field, TemplateText text) {
        var words = text.words();
        if (words.contains("{{") || words.contains("}}")) {
            throw new BadRequest(field, "braces that are no variable such as {{1}} or {{name}}");
        }
        var keys = text.keys();
        if (named) {
            names(field, keys);
        } else {
            numbers(field, keys);
        }
        return keys;
    }

    private static void names(String field, List<String> keys) {
        if (!keys.stream().allMatch(key -> NAME.matcher(key).matches())) {
            throw new BadRequest(field, "names of variables: small letters, digits and _, a letter first");
        }
    }

    private static void numbers(String field, List<String> keys) {
        for (int i = 1; i <= keys.size(); i++) {
            if (!keys.contains(String.valueOf(i))) {
                throw new BadRequest(field, "numbers of variables begin at {{1}} and have no gaps");
            }
        }
    }

    static void label(String field, @Nullable String label) {
        Limits.text(field, label, LONGEST_LABEL);
        if (label != null && (label.contains("{{") || NOT_PLAIN.matcher(label).find())) {
            throw new BadRequest(field, "has no variables, line breaks, emojis or formatting signs");
        }
    }
}
