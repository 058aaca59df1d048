package app.novelo.exchange.internal;

/** What may come in. */
enum ImportKind {
    CUSTOMERS,
    CHAT
}
