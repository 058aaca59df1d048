package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.SendOutcome.Reason;
import app.novelo.conversation.Conversations;
import app.novelo.customer.Consent;
import app.novelo.customer.Consents;
import app.novelo.customer.Purpose;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a refusal tells of the conversation and its customer is remembered there. */
@Component
class FailureMarks {

    private final JdbcClient jdbc;
    private final Unanswered unanswered;
    private final Conversations conversations;
    private final Consents consents;

    FailureMarks(JdbcClient jdbc, Unanswered unanswered, Conversations conversations, Consents consents) {
        this.jdbc = jdbc;
        this.unanswered = unanswered;
        this.conversations = conversations;
        this.consents = consents;
    }

    /** May be repeated. @param at when the channel said so */
    void mark(UUID conversation, Reason reason, Instant at) {
        unanswered.again(conversation);
        if (reason == Reason.WINDOW_CLOSED) {
            windowClosed(conversation, at);
        } else if (reason == Reason.OPTED_OUT) {
            optedOut(conversation, at);
        }
    }

    /** Unless the customer has written since. */
    private void windowClosed(UUID conversation, Instant at) {
        jdbc.sql(
                        """
                        update conversation.conversation set window_closed_at = :at
                        where id = :id and (last_inbound_at is null or last_inbound_at <= :at)""")
                .param("at", time(at))
                .param("id", conversation)
                .update();
    }

    /** Of advertising only: a free answer within the window is still tried. */
    private void optedOut(UUID conversation, Instant at) {
        var marked = conversations.required(conversation);
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
