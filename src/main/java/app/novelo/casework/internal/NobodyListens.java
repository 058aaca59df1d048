package app.novelo.casework.internal;

import java.util.UUID;

/** The process that follows a conversation has no place where the customer's reply is caught. */
final class NobodyListens extends RuntimeException {

    NobodyListens(UUID conversation) {
        super("the process of conversation " + conversation + " does not catch " + IntakeProcess.CUSTOMER_REPLIED);
    }
}
