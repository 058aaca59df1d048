package app.novelo.desk.internal;

import app.novelo.platform.Callers;
import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** Who may log in, and as what, is the administrators' business. */
final class ForAdministrators extends Problem {

    private ForAdministrators() {
        super(HttpStatus.FORBIDDEN, "forbidden", "Only administrators may do this");
    }

    static void check() {
        Callers.managersOnly();
        if (!Callers.current().isAdministrator()) {
            throw new ForAdministrators();
        }
    }
}
