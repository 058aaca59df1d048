package app.novelo.platform.internal.security;

import org.springframework.security.access.AccessDeniedException;

/** A change that another site may have made the browser send. */
class ForgedRequest extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    ForgedRequest(String message) {
        super(message);
    }
}
