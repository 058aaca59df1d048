package app.novelo.conversation;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The customer does not want it, or nobody has asked him. */
public final class NoConsent extends Problem {

    /** @param why {@code optedOut}, {@code noConsent} or {@code neverWrote} */
    public NoConsent(String detail, String why) {
        super(HttpStatus.CONFLICT, "no-consent", detail, Map.of("why", why));
    }
}
