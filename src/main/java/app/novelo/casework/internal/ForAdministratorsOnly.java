package app.novelo.casework.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** Who may log in is the administrators' business. */
final class ForAdministratorsOnly extends Problem {

    ForAdministratorsOnly() {
        super(HttpStatus.FORBIDDEN, "forbidden", "Only administrators may do this");
    }
}
