package app.novelo.conversation.internal;

import app.novelo.channel.SendOutcome.Reason;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a refusal tells of the conversation and its customer is remembered there. */
@Component
class FailureMarks {

    private final Unanswered unanswered;
    private final Conversations conversations;
    private final ServiceWindows windows;
    private final Consents consents;

    FailureMarks(Unanswered unanswered, Conversations conversations, ServiceWindows windows, Consents consents) {
        this.unanswered = unanswered;
        this.conversations = conversations;
        this.windows = windows;
        this.consents = consents;
    }

    /** May be repeated. @param at when the channel said so */
    void mark(UUID conversation, Reason reason, Instant at) {
        unanswered.again(conversation);
        if (reason == Reason.WINDOW_CLOSED) {
            var marked = conversations.required(conversation);
            windows.closed(marked.customer(), marked.line(), at);
        } else if (reason == Reason.OPTED_OUT) {
            optedOut(conversations.required(conversation), at);
        }
    }

    /** Of advertising only: a free answer within the window is still tried. */
    private void optedOut(Conversation marked, Instant at) {
        consents.record(
                marked.customer(),
                new Consent(
                        Purpose.MARKETING,
                        Consent.State.WITHDRAWN,
                        Consent.Source.CHANNEL,
                        null,
                        at,
                        marked.line(),
                        null));
    }
}
