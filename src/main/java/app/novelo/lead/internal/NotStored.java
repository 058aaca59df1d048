package app.novelo.lead.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** The disk does not take the file. */
final class NotStored extends Problem {

    NotStored() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "not-stored", "There is no room for this file now");
    }
}
