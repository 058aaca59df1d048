package app.novelo.channel.whatsapp;

import app.novelo.platform.Problem;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** Meta does not take the template, or the change of it; in its own words. */
final class TemplateRefused extends Problem {

    TemplateRefused(GraphRefused refused) {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "template-refused",
                Objects.requireNonNullElse(refused.words(), String.valueOf(refused.getMessage())),
                Map.of("code", refused.code(), "subcode", refused.subcode()));
    }
}
