package app.novelo.conversation.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** The same key came with another request. */
final class IdempotencyKeyReused extends Problem {

    IdempotencyKeyReused() {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request");
    }
}
