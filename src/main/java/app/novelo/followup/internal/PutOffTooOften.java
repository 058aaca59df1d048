package app.novelo.followup.internal;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What is put off again and again is no promise: it is kept, or it is cancelled. */
final class PutOffTooOften extends Problem {

    PutOffTooOften(String number, int most) {
        super(
                HttpStatus.CONFLICT,
                "put-off-too-often",
                number + " has been put off " + most + " times: keep it or cancel it",
                Map.of("most", most));
    }
}
