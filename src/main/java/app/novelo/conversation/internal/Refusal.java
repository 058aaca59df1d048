package app.novelo.conversation.internal;

/** Why something may not be written to a customer now. */
enum Refusal {
    WINDOW_CLOSED("windowClosed", BusinessCodes.WINDOW_CLOSED, "The service window is closed"),
    NO_ADVERTISING("optedOut", BusinessCodes.OPTED_OUT, "The customer wants no advertising"),
    NEVER_AGREED("noConsent", BusinessCodes.OPTED_OUT, "The customer has not agreed to advertising"),
    NOTHING_AT_ALL("optedOut", BusinessCodes.OPTED_OUT, "The customer does not want to be written to"),
    STRANGER(
            "neverWrote",
            BusinessCodes.OPTED_OUT,
            "The customer has never written and has not agreed to be written to");

    private final String word;
    private final String code;
    private final String title;

    Refusal(String word, String code, String title) {
        this.word = word;
        this.code = code;
        this.title = title;
    }

    /** @return as the API tells it */
    String word() {
        return word;
    }

    /** @return what a diagram may draw */
    String code() {
        return code;
    }

    /** @return in words, which screens know in their languages */
    String title() {
        return title;
    }
}
