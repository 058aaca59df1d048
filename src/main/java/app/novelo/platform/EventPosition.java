package app.novelo.platform;

/**
 * A place in the event log. Transactions commit in another order than their ids; reading by (transaction, id) below the
 * oldest running transaction is what makes a cursor miss nothing.
 */
public record EventPosition(String transaction, long id) {}
