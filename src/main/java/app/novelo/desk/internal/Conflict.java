package app.novelo.desk.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** What is asked for does not go together with what there is. */
final class Conflict extends Problem {

    /** @param name {@code known}: there is one already; {@code in-use}: others still need it */
    Conflict(String name, String detail) {
        super(HttpStatus.CONFLICT, name, detail);
    }
}
