package app.novelo.followup.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** It has ended, or is being sent just now. */
final class NothingToMove extends Problem {

    NothingToMove(FollowUp one) {
        super(
                HttpStatus.CONFLICT,
                "case-not-waiting",
                one.number() + (one.isEnded() ? " has ended" : " is being sent just now"));
    }
}
