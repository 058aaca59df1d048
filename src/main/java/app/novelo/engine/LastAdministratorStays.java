package app.novelo.engine;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** With nobody in the group of the administrators anybody could become one. */
public final class LastAdministratorStays extends Problem {

    public LastAdministratorStays(String userId) {
        super(
                HttpStatus.CONFLICT,
                "last-administrator",
                userId + " is the last administrator; make another person one before");
    }
}
