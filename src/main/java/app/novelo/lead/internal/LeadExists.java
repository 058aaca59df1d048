package app.novelo.lead.internal;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** He is being sold that already. */
final class LeadExists extends Problem {

    LeadExists(String number) {
        super(
                HttpStatus.CONFLICT,
                "lead-exists",
                "lead " + number + " is open for this customer and product",
                Map.of("lead", number));
    }
}
