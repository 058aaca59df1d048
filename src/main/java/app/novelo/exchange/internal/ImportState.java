package app.novelo.exchange.internal;

/** Where an import stands. */
enum ImportState {
    /** It is being looked at. */
    READING,
    /** It waits for somebody who has seen the preview. */
    READY,
    /** It cannot be imported. */
    REFUSED,
    RUNNING,
    DONE,
    /** It was given up after several failures; started again it goes on where it was. */
    FAILED
}
