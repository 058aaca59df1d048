package app.novelo.casework.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** Nobody works on a case of this conversation, so there is nothing that could wait. */
final class NoCase extends Problem {

    NoCase() {
        super(HttpStatus.CONFLICT, "no-case", "this conversation has no open case");
    }
}
