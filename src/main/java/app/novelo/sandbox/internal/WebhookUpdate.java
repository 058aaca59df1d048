package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One element of a webhook, not yet taken.
 *
 * @param id of the queue's row; 0 before it is queued
 * @param line id of the company's number that it is about
 * @param item element of {@code messages[]}, {@code statuses[]} or {@code calls[]}; a whole change for {@code VALUE}
 * @param contact element of {@code contacts[]} that goes with it
 * @param attempts how often it was offered in vain
 */
record WebhookUpdate(
        long id,
        Kind kind,
        String line,
        String messageId,
        Digits phone,
        ObjectNode item,
        @Nullable ObjectNode contact,
        int attempts) {

    boolean meets(Fault fault) {
        return fault.meets(line, phone.value());
    }

    enum Kind {
        MESSAGES,
        STATUSES,
        CALLS,
        /** Anything else, as a script wants it. */
        VALUE;

        /** @return the webhook field that carries it */
        String field() {
            return this == CALLS ? "calls" : "messages";
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
