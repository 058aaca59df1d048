package app.novelo.lead.internal;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The process does not allow it. */
final class MoveRefused extends Problem {

    /** @param why code of the reason, as screens tell it: {@code nobodyWrote}, {@code valueMissing}… */
    MoveRefused(String why, String detail) {
        super(HttpStatus.CONFLICT, "move-refused", detail, Map.of("why", why));
    }
}
