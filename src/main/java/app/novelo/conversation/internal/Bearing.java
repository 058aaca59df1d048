package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.InboundMessage;

/**
 * What follows from an inbound message.
 *
 * @param opensWindow the channel lets us answer for a while. Nobody knows it of reactions, edits and what the channel could
 *     not hand over: an answer is tried, and a refusal closes the window again
 * @param needsHandling a process has to take it, and a person, if need be
 * @param awaitsAnswer the customer has the last word
 */
record Bearing(boolean opensWindow, boolean needsHandling, boolean awaitsAnswer) {

    private static final Bearing SAID = new Bearing(true, true, true);
    private static final Bearing IN_PASSING = new Bearing(true, true, false);
    private static final Bearing NOTED = new Bearing(true, false, false);
    private static final Bearing TOLD_BY_THE_CHANNEL = new Bearing(false, false, false);

    static Bearing of(InboundMessage message) {
        return switch (message.kind()) {
            case "system", "revoke" -> TOLD_BY_THE_CHANNEL;
            case "reaction" -> IN_PASSING;
            case "call" ->
                message.content() instanceof Content.Call call && call.outcome().equals("completed") ? NOTED : SAID;
            default -> SAID;
        };
    }

    /** He waits for no answer. */
    Bearing inPassing() {
        return new Bearing(opensWindow, needsHandling, false);
    }

    /** The customer has taken it back before anybody saw it. */
    Bearing takenBack() {
        return new Bearing(opensWindow, false, false);
    }
}
