package app.novelo.conversation;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Only what certainly did not reach the customer is sent again. */
public final class CannotRepeat extends Problem {

    public CannotRepeat(String status) {
        super(
                HttpStatus.CONFLICT,
                "cannot-repeat",
                "only a message that failed or was cancelled is sent again",
                Map.of("status", status));
    }
}
