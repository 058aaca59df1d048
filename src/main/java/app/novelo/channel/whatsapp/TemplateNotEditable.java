package app.novelo.channel.whatsapp;

import app.novelo.platform.Problem;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The template cannot be changed now, whatever stands in the change. */
final class TemplateNotEditable extends Problem {

    private TemplateNotEditable(String detail, Map<String, ?> properties) {
        super(HttpStatus.CONFLICT, "template-not-editable", detail, properties);
    }

    static TemplateNotEditable inStatus(String status) {
        return new TemplateNotEditable(
                "WhatsApp lets approved, rejected and paused templates be changed; this one is " + status,
                Map.of("why", "status", "status", status));
    }

    static TemplateNotEditable before(Instant again) {
        return new TemplateNotEditable(
                "WhatsApp lets an approved template be changed once in 24 hours and ten times in 30 days",
                Map.of("why", "too-often", "again", again.toString()));
    }
}
