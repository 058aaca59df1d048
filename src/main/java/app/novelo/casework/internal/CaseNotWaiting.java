package app.novelo.casework.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** Its process stands where no person can say what comes next. */
final class CaseNotWaiting extends Problem {

    CaseNotWaiting(String number) {
        super(HttpStatus.CONFLICT, "case-not-waiting", "case " + number + " does not wait for a person just now");
    }
}
