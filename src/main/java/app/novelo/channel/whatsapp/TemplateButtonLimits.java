package app.novelo.channel.whatsapp;

import app.novelo.channel.whatsapp.TemplateWish.Button;
import app.novelo.platform.BadRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Meta asks of the buttons of a template. */
final class TemplateButtonLimits {

    static final String QUICK_REPLY = "QUICK_REPLY";
    static final String URL = "URL";
    static final String PHONE_NUMBER = "PHONE_NUMBER";
    static final String COPY_CODE = "COPY_CODE";

    private static final int MOST = 10;
    private static final Map<String, Integer> MOST_OF =
            Map.of(QUICK_REPLY, MOST, URL, 2, PHONE_NUMBER, 1, COPY_CODE, 1);
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_CODE = 15;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s{}]+(\\{\\{1}})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{6,19}");

    private TemplateButtonLimits() {}

    /** @param keys takes the keys of their variables */
    static void check(TemplateWish wish, Set<String> keys) {
        var buttons = wish.allButtons();
        if (buttons.size() > MOST) {
            throw new BadRequest("buttons", "WhatsApp takes at most " + MOST);
        }
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < buttons.size(); i++) {
            var field = "buttons[" + i + "]";
            var button = TemplateLimits.present(buttons.get(i), field);
            var type = Objects.requireNonNullElse(button.type(), "");
            if (!MOST_OF.containsKey(type)) {
                throw new BadRequest(field + ".type", "QUICK_REPLY, URL, PHONE_NUMBER or COPY_CODE");
            }
            if (counts.merge(type, 1, Integer::sum) > MOST_OF.get(type)) {
                throw new BadRequest(
                        field + ".type", "WhatsApp takes at most %d of these".formatted(MOST_OF.get(type)));
            }
            check(button, field);
            variable(wish, button, i, keys);
        }
        grouped(buttons);
    }

    private static void check(Button button, String field) {
        var value = field + ".value";
        if (COPY_CODE.equals(button.type())) {
            Limits.none(field + ".text", Objects.requireNonNullElse(button.text(), ""), "WhatsApp names this button");
        } else {
            TemplateTextLimits.label(field + ".text", button.text());
        }
        switch (String.valueOf(button.type())) {
            case URL -> {
                Limits.text(value, button.value(), LONGEST_URL);
                matches(value, button.value(), ADDRESS, "a web address, with a variable {{1}} at its end at most");
            }
            case PHONE_NUMBER ->
                matches(value, button.value(), PHONE, "a number with its country, at most 20 characters");
            default -> Limits.none(value, Objects.requireNonNullElse(button.value(), ""), "this button has no value");
        }
    }

    private static void matches(String field, @Nullable String value, Pattern pattern, String what) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new BadRequest(field, what);
        }
    }

    private static void variable(TemplateWish wish, Button button, int index, Set<String> keys) {
        var key = TemplateForm.buttonKey(index);
        var value = button.value();
        if (COPY_CODE.equals(button.type())) {
            Limits.atMost("examples." + key, wish.example(key), LONGEST_CODE);
            keys.add(key);
        } else if (URL.equals(button.type()) && value != null && value.contains("{{")) {
            keys.add(key);
        }
    }

    /** Quick replies stand together, before or after all others. */
    private static void grouped(List<@Nullable Button> buttons) {
        int changes = 0;
        for (int i = 1; i < buttons.size(); i++) {
            if (isReply(buttons.get(i)) != isReply(buttons.get(i - 1)) && ++changes > 1) {
                throw new BadRequest("buttons[" + i + "]", "quick replies stand together, before or after the others");
            }
        }
    }

    private static boolean isReply(@Nullable Button button) {
        return button != null && QUICK_REPLY.equals(button.type());
    }
}
