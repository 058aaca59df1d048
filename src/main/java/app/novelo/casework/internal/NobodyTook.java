package app.novelo.casework.internal;

import java.util.UUID;

/** Intake ended at once and has neither opened a case nor closed the conversation. */
final class NobodyTook extends RuntimeException {

    NobodyTook(UUID conversation) {
        super("intake ended and left conversation " + conversation + " to nobody");
    }
}
