package app.novelo.engine;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** Others kept changing the case; nothing was done, and the caller may try again. */
public final class CaseBusy extends Problem {

    public CaseBusy() {
        super(HttpStatus.CONFLICT, "case-busy", "The case is being changed by others; please try again");
    }
}
