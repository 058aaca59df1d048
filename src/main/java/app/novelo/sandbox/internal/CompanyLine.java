package app.novelo.sandbox.internal;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The company's one line as the stand-in knows it. What is set for the real Meta holds here too, so that both ends agree;
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

    private String set(String name, String otherwise) {
        var value = environment.getProperty(PREFIX + name, "");
        return StringUtils.hasText(value) ? value : otherwise;
    }
}
