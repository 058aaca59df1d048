package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Templates with one-time passwords: Meta writes their words, the business chooses among a few options.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates">Meta,
 *     Authentication templates</a>
 */
final class AuthenticationRules {

    private static final int LONGEST_MINUTES = 90;
    private static final Set<String> WAYS = Set.of("COPY_CODE", "ONE_TAP", "ZERO_TAP");

    /** Language → code, warning, expiry, label of the button. */
    private static final Map<String, String[]> WORDS = Map.of(
            "en",
            new String[] {
                "*{{1}}* is your verification code.",
                " For your security, do not share this code.",
                "This code expires in %d minutes.",
                "Copy code"
            },
            "pt",
            new String[] {
                "Seu código de verificação é *{{1}}*.",
                " Para sua segurança, não o compartilhe.",
                "Este código expira em %d minutos.",
                "Copiar código"
            },
            "es",
            new String[] {
                "Tu código de verificación es *{{1}}*.",
                " Por tu seguridad, no lo compartas.",
                "Este código caduca en %d minutos.",
                "Copiar código"
            });

    private AuthenticationRules() {}

    static void check(String type, JsonNode component) {
        switch (type) {
            case "HEADER" -> throw TemplateErrors.header("Authentication templates have no header.");
            case "BODY" -> {
                if (component.has("text")) {
                    throw TemplateErrors.body("The text of authentication templates is Meta's.");
                }
            }
            case "FOOTER" -> {
                int minutes = component.path("code_expiration_minutes").asInt();
                if (minutes < 1 || minutes > LONGEST_MINUTES) {
                    throw TemplateErrors.footer("code_expiration_minutes lies between 1 and 90.");
                }
            }
            default -> button(component.path("buttons"));
        }
    }

    private static void button(JsonNode buttons) {
        var only = buttons.path(0);
        if (buttons.size() != 1 || !only.path("type").asText().equals("OTP")) {
            throw TemplateErrors.buttons("Authentication templates have one button of type OTP.");
        }
        if (!WAYS.contains(only.path("otp_type").asText())) {
            throw TemplateErrors.buttons("Param otp_type must be one of " + WAYS);
        }
    }

    /** @return the components with Meta's words, as it lists them */
    static ArrayNode worded(String language, ArrayNode asked) {
        var words = WORDS.getOrDefault(language.substring(0, 2), WORDS.get("en"));
        var worded = asked.deepCopy();
        for (var component : worded) {
            word((ObjectNode) component, Objects.requireNonNull(words));
        }
        return worded;
    }

    private static void word(ObjectNode component, String[] words) {
        switch (component.path("type").asText()) {
            case "BODY" -> {
                boolean warns = component.path("add_security_recommendation").asBoolean();
                component.put("text", words[0] + (warns ? words[1] : ""));
                component.putObject("example").putArray("body_text").addArray().add("123456");
            }
            case "FOOTER" ->
                component.put(
                        "text",
                        words[2].formatted(
                                component.path("code_expiration_minutes").asInt()));
            default -> {
                var button = component.path("buttons").path(0);
                var way = button.path("otp_type").asText();
                component
                        .putArray("buttons")
                        .addObject()
                        .put("type", "URL")
                        .put("text", button.path("text").asText(words[3]))
                        .put("url", "https://www.whatsapp.com/otp/code/?otp_type=%s&code=otp{{1}}".formatted(way))
                        .putArray("example")
                        .add("https://www.whatsapp.com/otp/code/?otp_type=%s&code=otp123456".formatted(way));
            }
        }
    }
}
