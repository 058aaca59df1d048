package app.novelo.sandbox.internal;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The company's app and first line as the stand-in knows them. What is set for the real Meta holds here too, so that both ends agree;
 * the rest are constants, which is enough behind a loopback address.
 */
@SandboxOnly
@Component
class CompanyLine {

    private static final String PREFIX = "novelo.whatsapp.";

    private final Environment environment;

    CompanyLine(Environment environment) {
        this.environment = environment;
    }

    /** @return key of the webhooks' signature; while rotating, the new one */
    String appSecret() {
        return set("app-secret", "sandbox-app-secret").split(",", 2)[0].trim();
    }

    String accessToken() {
        return "sandbox-access-token";
    }

    String phoneNumberId() {
        return set("phone-number-id", "100000000000001");
    }

    String businessAccountId() {
        return set("business-account-id", "900000000000001");
    }

    /** @return the number as people read it */
    String displayNumber() {
        return set("display-number", "+55 11 4000-1000");
    }

    /** @return the number in digits, as webhooks carry it */
    String digits() {
        return displayNumber().replaceAll("\\D", "");
    }

    /** @return what the application takes for further lines, phone number id and number as people read it */
    List<Line> furtherLines() {
        var set = Binder.get(environment)
                .bind(PREFIX + "further-lines", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        var lines = set.isEmpty() ? Map.of("100000000000002", "+55 11 4000-2000") : set;
        return lines.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue(), businessAccountId()))
                .toList();
    }

    private String set(String name, String otherwise) {
        var value = environment.getProperty(PREFIX + name, "");
        return StringUtils.hasText(value) ? value : otherwise;
    }
}
