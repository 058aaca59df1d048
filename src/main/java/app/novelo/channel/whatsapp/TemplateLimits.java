package app.novelo.channel.whatsapp;

import app.novelo.channel.whatsapp.TemplateWish.Button;
import app.novelo.channel.whatsapp.TemplateWish.Code;
import app.novelo.platform.BadRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Meta asks of a template, checked before Meta is asked: its refusals cost time, count, and name no field.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components">Meta,
 *     Template components</a>
 */
final class TemplateLimits {

    static final Set<String> FILES = Set.of("IMAGE", "VIDEO", "DOCUMENT");

    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", TemplateReader.AUTHENTICATION);
    private static final Set<String> FORMATS = Set.of(MetaTemplate.NAMED, MetaTemplate.POSITIONAL);
    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_MARGIN = 60; // header and footer
    private static final int LONGEST_MINUTES = 90;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    /** Which languages there are, Meta knows; they grow. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");

    private final TemplateWish wish;

    private TemplateLimits(TemplateWish wish) {
        this.wish = wish;
    }

    /** @throws BadRequest naming the field */
    static void check(TemplateWish wish) {
        var limits = new TemplateLimits(wish);
        limits.identity();
        if (wish.isAuthentication()) {
            limits.authentication();
        } else {
            limits.words();
        }
    }

    private void identity() {
        Limits.text("name", wish.name(), LONGEST_NAME);
        matches("name", wish.name(), NAME, "small letters a to z, digits and _ only");
        matches("language", wish.language(), LANGUAGE, "a language as WhatsApp writes it, such as pt_BR or en");
        if (wish.category() == null || !CATEGORIES.contains(wish.category())) {
            throw new BadRequest("category", "MARKETING, UTILITY or AUTHENTICATION");
        }
        if (wish.parameterFormat() != null && !FORMATS.contains(wish.parameterFormat())) {
            throw new BadRequest("parameterFormat", "NAMED or POSITIONAL");
        }
    }

    private static void matches(String field, @Nullable String value, Pattern pattern, String what) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new BadRequest(field, what);
        }
    }

    /** Meta writes its words itself. */
    private void authentication() {
        absent("header", wish.header());
        absent("body", wish.body());
        absent("footer", wish.footer());
        absent("buttons", wish.buttons());
        absent("examples", wish.examples());
        var code = wish.authentication() == null ? new Code(null, null, null) : wish.authentication();
        var minutes = code.expiresInMinutes();
        if (minutes != null && (minutes < 1 || minutes > LONGEST_MINUTES)) {
            throw new BadRequest("authentication.expiresInMinutes", "1 to " + LONGEST_MINUTES);
        }
        if (code.button() != null) {
            TemplateTextLimits.label("authentication.button", code.button());
        }
    }

    private static void absent(String field, @Nullable Object value) {
        if (value != null) {
            throw new BadRequest(field, "WhatsApp writes the words of an authentication itself");
        }
    }

    private void words() {
        if (wish.authentication() != null) {
            throw new BadRequest("authentication", "belongs to category AUTHENTICATION");
        }
        var keys = new HashSet<String>();
        var texts = new TemplateTextLimits(isNamed(wish));
        header(texts, keys);
        texts.body(wish.body()).forEach(keys::add);
        footer();
        TemplateButtonLimits.check(wish, keys);
        examples(keys);
    }

    private void header(TemplateTextLimits texts, Set<String> keys) {
        var header = wish.header();
        if (header == null) {
            return;
        }
        var type = Objects.requireNonNullElse(header.type(), "");
        if (type.equals(TemplateForm.TEXT)) {
            texts.header(header.text(), LONGEST_MARGIN).forEach(key -> keys.add(TemplateForm.headKey(key)));
        } else if (!FILES.contains(type) && !type.equals(TemplateForm.LOCATION)) {
            throw new BadRequest("header.type", "TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION");
        } else if (header.text() != null) {
            throw new BadRequest("header.text", "words stand in a header of type TEXT only");
        }
        if (FILES.contains(type) != (header.media() != null)) {
            throw new BadRequest("header.media", "a picture, video or document needs an uploaded file as its sample");
        }
    }

    private void footer() {
        var footer = wish.footer();
        if (footer != null) {
            Limits.text("footer", footer, LONGEST_MARGIN);
            if (footer.contains("{{") || footer.contains("\n")) {
                throw new BadRequest("footer", "has no variables and no line breaks");
            }
        }
    }

    private void examples(Set<String> keys) {
        for (var key : keys) {
            Limits.text("examples." + key, wish.example(key), TemplateTextLimits.LONGEST_BODY);
        }
        if (wish.examples() != null) {
            wish.examples().keySet().stream()
                    .filter(key -> !keys.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new BadRequest(TemplateValues.field("examples", key), "there is no such variable");
                    });
        }
    }

    /** What the variables of header and body are, where nobody says it. */
    static boolean isNamed(TemplateWish wish) {
        if (wish.parameterFormat() != null) {
            return wish.parameterFormat().equals(MetaTemplate.NAMED);
        }
        var texts = new ArrayList<>(List.of(Objects.requireNonNullElse(wish.body(), "")));
        if (wish.header() != null && wish.header().text() != null) {
            texts.add(wish.header().text());
        }
        return texts.stream()
                .flatMap(text -> TemplateText.of(text).keys().stream())
                .anyMatch(key -> !TemplateReader.isNumber(key));
    }

    /** @return the button, which has been checked to be there */
    static Button present(@Nullable Button button, String field) {
        if (button == null) {
            throw new BadRequest(field, "is missing");
        }
        return button;
    }
}
