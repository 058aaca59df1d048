package app.novelo.platform;

import org.springframework.http.HttpStatus;

/** There is no such thing, or the caller may not see it: both answer alike, so that nobody can probe for existence. */
public final class NotFound extends Problem {

    public NotFound(String what) {
        super(HttpStatus.NOT_FOUND, "not-found", what + " was not found");
    }
}
