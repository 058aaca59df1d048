package app.novelo.customer.internal;

import app.novelo.platform.Problem;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** An agent wants to change what managers decide. */
final class ForManagers extends Problem {

    ForManagers(String field) {
        super(HttpStatus.FORBIDDEN, "forbidden", "Only managers change this", Map.of("field", field));
    }
}
