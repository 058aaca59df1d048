package app.novelo.conversation.internal;

/** Why a file is not here; screens put it into words. */
enum MediaProblem {
    /** The channel no longer has it. */
    GONE,
    /** It could not be fetched as long as the channel had it. */
    EXPIRED,
    /** The channel did not hand it out; tried again. */
    UNAVAILABLE,
    /** The connection broke or was not made; tried again. */
    CONNECTION,
    /** The disk does not take it; tried again. */
    STORAGE,
    /** Larger than anything that WhatsApp carries. */
    TOO_LARGE,
    /** Its bytes are not those that were announced. */
    HASH_MISMATCH;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
