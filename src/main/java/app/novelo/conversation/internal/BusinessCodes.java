package app.novelo.conversation.internal;

import app.novelo.channel.SendOutcome.Reason;

/** Error codes that a diagram may draw on a task that sends. */
final class BusinessCodes {

    static final String WINDOW_CLOSED = "conversation.windowClosed";
    static final String OPTED_OUT = "conversation.optedOut";
    static final String UNDELIVERABLE = "conversation.undeliverable";
    static final String TEMPLATE_UNAVAILABLE = "conversation.templateUnavailable";
    static final String NOT_YOUR_TURN = "conversation.notYourTurn";

    private BusinessCodes() {}

    static String of(Reason reason) {
        return switch (reason) {
            case WINDOW_CLOSED -> WINDOW_CLOSED;
            case OPTED_OUT -> OPTED_OUT;
            case TEMPLATE_UNAVAILABLE -> TEMPLATE_UNAVAILABLE;
            case UNDELIVERABLE, LINE_STOPPED -> UNDELIVERABLE;
        };
    }
}
