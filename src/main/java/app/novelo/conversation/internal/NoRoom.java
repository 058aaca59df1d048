package app.novelo.conversation.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** The disk does not take an uploaded file now. */
final class NoRoom extends Problem {

    private static final long serialVersionUID = 1;

    NoRoom() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "not-stored", "The file cannot be stored now; try again later");
    }
}
