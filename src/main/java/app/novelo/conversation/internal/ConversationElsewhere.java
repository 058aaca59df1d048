package app.novelo.conversation.internal;

import app.novelo.platform.Problem;
import org.springframework.http.HttpStatus;

/** Colleagues are talking with the customer, and the caller may not see it. */
final class ConversationElsewhere extends Problem {

    ConversationElsewhere() {
        super(
                HttpStatus.CONFLICT,
                "conversation-elsewhere",
                "A conversation with this customer is open in a queue that is not yours");
    }
}
