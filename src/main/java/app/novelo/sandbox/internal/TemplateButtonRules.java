package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Meta's limits of the buttons of a template. */
final class TemplateButtonRules {

    private static final int MOST = 10;
    private static final int MOST_LABEL = 25;
    private static final int MOST_URL = 2000;
    private static final int MOST_PHONE = 20;
    private static final int MOST_CODE = 15;
    private static final Map<String, Integer> MOST_OF =
            Map.of("QUICK_REPLY", MOST, "URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1, "FLOW", 1);
    private static final Pattern URL = Pattern.compile("https?://[^\\s{}]+(?:\\{\\{1}})?");

    private TemplateButtonRules() {}

    static void check(JsonNode component) {
        var buttons = component.path("buttons");
        if (!buttons.isArray() || buttons.isEmpty()) {
            throw TemplateErrors.missing("BUTTONS", "buttons");
        }
        if (buttons.size() > MOST) {
            throw TemplateErrors.buttons("A message template can't have more than 10 buttons.");
        }
        var counts = new HashMap<String, Integer>();
        for (var button : buttons) {
            var type = button.path("type").asText();
            if (counts.merge(type, 1, Integer::sum) > MOST_OF.getOrDefault(type, 0)) {
                throw TemplateErrors.buttons("Buttons are of %s, each at most so often.".formatted(MOST_OF));
            }
            check(type, button);
        }
        grouped(buttons);
    }

    private static void check(String type, JsonNode button) {
        if (!type.equals("COPY_CODE")) {
            label(button);
        }
        switch (type) {
            case "URL" -> url(button);
            case "PHONE_NUMBER" -> {
                var number = button.path("phone_number").asText();
                if (number.length() > MOST_PHONE || Digits.parse(number).isEmpty()) {
                    throw TemplateErrors.buttons("A phone number has a country code and at most 20 characters.");
                }
            }
            case "COPY_CODE" -> {
                var code = example(button);
                if (code.isEmpty() || code.length() > MOST_CODE) {
                    throw TemplateErrors.missing("BUTTONS", "example");
                }
            }
            default -> {} // the label is all
        }
    }

    private static void label(JsonNode button) {
        var text = button.path("text").asText();
        if (text.isBlank()) {
            throw TemplateErrors.missing("BUTTONS", "text");
        }
        TemplateRules.atMost(button, "button text", MOST_LABEL);
        if (!TemplateVariables.in(text).isEmpty() || !TemplateRules.isPlain(text)) {
            throw TemplateErrors.buttons(
                    "Buttons can't have any variables, newlines, emojis, or formatting characters.");
        }
    }

    private static void url(JsonNode button) {
        var url = button.path("url").asText();
        if (url.length() > MOST_URL) {
            throw TemplateErrors.tooLong("button URL", MOST_URL);
        }
        if (!URL.matcher(url).matches()) {
            throw TemplateErrors.buttons("The URL of a button is one, with one variable {{1}} at its end at most.");
        }
        if (url.endsWith("{{1}}") && example(button).isEmpty()) {
            throw TemplateErrors.missing("BUTTONS", "example");
        }
    }

    /** Meta takes a text and a list of one. */
    private static String example(JsonNode button) {
        var example = button.path("example");
        return example.isArray() ? example.path(0).asText() : example.asText();
    }

    /** Quick replies stand together, before or after the others. */
    private static void grouped(JsonNode buttons) {
        int changes = 0;
        for (int i = 1; i < buttons.size(); i++) {
            changes += isReply(buttons.path(i)) == isReply(buttons.path(i - 1)) ? 0 : 1;
        }
        if (changes > 1) {
            throw TemplateErrors.buttons("Quick reply buttons and the others can't be mixed.");
        }
    }

    private static boolean isReply(JsonNode button) {
        return button.path("type").asText().equals("QUICK_REPLY");
    }
}
