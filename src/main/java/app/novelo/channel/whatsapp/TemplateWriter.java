package app.novelo.channel.whatsapp;

import app.novelo.channel.whatsapp.TemplateWish.Button;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A template that {@link TemplateLimits} has let through, as the Graph API wants it. */
final class TemplateWriter {

    private final TemplateWish wish;
    private final boolean named;
    private final ArrayNode components = JsonNodeFactory.instance.arrayNode();

    private TemplateWriter(TemplateWish wish) {
        this.wish = wish;
        this.named = TemplateLimits.isNamed(wish);
    }

    /** @param handle what stands for the file above it at Meta */
    static ArrayNode components(TemplateWish wish, @Nullable String handle) {
        var writer = new TemplateWriter(wish);
        if (wish.isAuthentication()) {
            writer.code();
        } else {
            writer.words(handle);
        }
        return writer.components;
    }

    private void code() {
        var code = wish.authentication();
        var body = part("BODY");
        var footer = code == null ? null : code.expiresInMinutes();
        if (code != null && Boolean.TRUE.equals(code.securityRecommendation())) {
            body.put("add_security_recommendation", true);
        }
        if (footer != null) {
            part("FOOTER").put("code_expiration_minutes", footer);
        }
        var button = part("BUTTONS")
                .putArray("buttons")
                .addObject()
                .put("type", "OTP")
                .put("otp_type", "COPY_CODE");
        if (code != null && code.button() != null) {
            button.put("text", code.button());
        }
    }

    private void words(@Nullable String handle) {
        header(handle);
        var body = part("BODY").put("text", wish.body());
        examples(
                body,
                "body_text",
                TemplateText.of(Objects.requireNonNull(wish.body())).keys(),
                "");
        if (wish.footer() != null) {
            part("FOOTER").put("text", wish.footer());
        }
        if (!wish.allButtons().isEmpty()) {
            var buttons = part("BUTTONS").putArray("buttons");
            for (int i = 0; i < wish.allButtons().size(); i++) {
                button(Objects.requireNonNull(wish.allButtons().get(i)), i, buttons.addObject());
            }
        }
    }

    private ObjectNode part(String type) {
        return components.addObject().put("type", type);
    }

    private void header(@Nullable String handle) {
        var header = wish.header();
        if (header == null) {
            return;
        }
        var part = part("HEADER").put("format", header.type());
        if (header.text() != null) {
            part.put("text", header.text());
            examples(part, "header_text", TemplateText.of(header.text()).keys(), TemplateForm.headKey(""));
        }
        if (handle != null) {
            part.putObject("example").putArray("header_handle").add(handle);
        }
    }

    /** Named ones by their names, numbered ones in their order; of a body in a list of lists. */
    private void examples(ObjectNode part, String key, List<String> keys, String prefix) {
        if (keys.isEmpty()) {
            return;
        }
        var example = part.putObject("example");
        if (named) {
            var list = example.putArray(key + "_named_params");
            keys.forEach(name -> list.addObject().put("param_name", name).put("example", wish.example(prefix + name)));
            return;
        }
        var list = prefix.isEmpty() ? example.putArray(key).addArray() : example.putArray(key);
        keys.stream().sorted(TemplateReader.BY_NUMBER).forEach(number -> list.add(wish.example(prefix + number)));
    }

    private void button(Button button, int index, ObjectNode written) {
        written.put("type", button.type());
        if (button.text() != null && !button.text().isEmpty()) {
            written.put("text", button.text());
        }
        var example = wish.example(TemplateForm.buttonKey(index));
        switch (String.valueOf(button.type())) {
            case TemplateButtonLimits.URL -> {
                written.put("url", button.value());
                if (example != null) {
                    written.putArray("example").add(whole(String.valueOf(button.value()), example));
                }
            }
            case TemplateButtonLimits.PHONE_NUMBER -> written.put("phone_number", button.value());
            case TemplateButtonLimits.COPY_CODE -> written.put("example", example);
            default -> {} // its label is all
        }
    }

    /** Meta wants to see the whole address; whoever reads it back gives it so. */
    private static String whole(String address, String example) {
        var fixed = TemplateText.of(address).words();
        return example.startsWith(fixed) ? example : fixed + example;
    }
}
