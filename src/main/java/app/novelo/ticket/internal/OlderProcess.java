package app.novelo.ticket.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** The form is the newest, the case runs on the diagram with which it began: that one can only end it. */
final class OlderProcess extends Problem {

    OlderProcess(String number) {
        super(
                HttpStatus.CONFLICT,
                "older-process",
                "ticket " + number + " began before tickets could wait: it can only be resolved");
    }
}
