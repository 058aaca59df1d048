package app.novelo.sandbox.internal;

/**
 * What Meta thinks of a number.
 *
 * @param id of the number
 * @param verifiedName the name that customers see
 * @param quality GREEN, YELLOW, RED, UNKNOWN
 * @param throughput STANDARD, HIGH, NOT_APPLICABLE
 * @param status CONNECTED, FLAGGED, RESTRICTED, DISCONNECTED, BANNED …
 * @param onApp whether its owner uses it in the phone app as well
 */
record LineHealth(
        String id,
        String verifiedName,
        String nameStatus,
        Template.Quality quality,
        String throughput,
        Status status,
        boolean onApp) {

    enum Status {
        CONNECTED,
        PENDING,
        FLAGGED,
        RESTRICTED,
        RATE_LIMITED,
        DISCONNECTED,
        BANNED
    }
}
