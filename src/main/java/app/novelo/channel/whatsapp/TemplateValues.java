package app.novelo.channel.whatsapp;

import app.novelo.channel.whatsapp.TemplateForm.Variable;
import app.novelo.platform.BadRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody wants to fill in: all variables and nothing else, put right and within WhatsApp's limits.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Parameter object</a>
 */
final class TemplateValues {

    private static final int LONGEST_CODE = 15;
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_SHOWN = 100; // of a key that somebody made up

    private final StoredTemplate template;
    private final TemplateForm form;

    private TemplateValues(StoredTemplate template, TemplateForm form) {
        this.template = template;
        this.form = form;
    }

    /**
     * @return values in the order of the template's variables
     * @throws BadRequest naming {@code values.<key>}
     */
    static Map<String, String> of(StoredTemplate template, TemplateForm form, Map<String, String> asked) {
        var checked = new TemplateValues(template, form);
        checked.noMore(asked);
        var values = new LinkedHashMap<String, String>();
        form.variables().forEach(variable -> values.put(variable.key(), checked.value(variable, asked)));
        checked.whole(values);
        return values;
    }

    static String field(String key) {
        return field("values", key);
    }

    /** Keys are the caller's. */
    static String field(String map, String key) {
        return map + "."
                + key.substring(
                        0, key.offsetByCodePoints(0, Math.min(LONGEST_SHOWN, key.codePointCount(0, key.length()))));
    }

    private void noMore(Map<String, String> asked) {
        asked.keySet().stream()
                .filter(key -> !form.keys().contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new BadRequest(field(key), "this template has no such variable; it has " + form.keys());
                });
    }

    private String value(Variable variable, Map<String, String> asked) {
        var field = field(variable.key());
        var value = ParameterText.of(Objects.requireNonNullElse(asked.get(variable.key()), ""));
        Limits.text(field, value, most(variable));
        if (variable.in().equals("button") && value.chars().anyMatch(Character::isWhitespace)) {
            throw new BadRequest(field, "has no spaces");
        }
        if (variable.key().equals(TemplatePlace.LATITUDE) && isPlace()) {
            degrees(field, value, 90);
        }
        if (variable.key().equals(TemplatePlace.LONGITUDE) && isPlace()) {
            degrees(field, value, 180);
        }
        return value;
    }

    private int most(Variable variable) {
        return switch (variable.in()) {
            case "header" -> isPlace() ? LONGEST_BODY : LONGEST_HEADER;
            case "button" -> isCode(variable.key()) ? LONGEST_CODE : LONGEST_URL;
            default -> isAuthentication() ? LONGEST_CODE : LONGEST_BODY;
        };
    }

    private boolean isPlace() {
        return form.head() != null && form.head().type().equals(TemplateForm.LOCATION);
    }

    private boolean isAuthentication() {
        return template.meta().category().equals(TemplateReader.AUTHENTICATION);
    }

    private boolean isCode(String key) {
        int index = Integer.parseInt(key.substring(TemplateForm.buttonKey(0).length() - 1));
        return form.buttons().get(index).value().parts().isEmpty();
    }

    private static void degrees(String field, String value, int most) {
        try {
            if (Math.abs(Double.parseDouble(value)) <= most) {
                return;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BadRequest(field, "between -%d and %d degrees".formatted(most, most));
    }

    /** Each value may fit and all of them together not: WhatsApp would fail the message (132005). */
    private void whole(Map<String, String> values) {
        var look = TemplateLook.of(form, key -> Objects.requireNonNullElse(values.get(key), ""));
        Limits.atMost("values", look.text(), LONGEST_BODY);
        if (!isPlace()) {
            Limits.atMost("values", look.header(), LONGEST_HEADER);
        }
        look.buttons().forEach(button -> Limits.atMost("values", button.value(), LONGEST_URL));
    }
}
