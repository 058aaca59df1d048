package app.novelo.platform;

import org.springframework.http.HttpStatus;

/** A sealed secret does not open with the key of this node. */
public final class SecretUnreadable extends Problem {

    public SecretUnreadable(String detail) {
        super(HttpStatus.CONFLICT, "secret-unreadable", detail);
    }
}
