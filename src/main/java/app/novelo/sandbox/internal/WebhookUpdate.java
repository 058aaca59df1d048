package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One element of a webhook, not yet taken.
 *
 * @param id of the queue's row; 0 before it is queued
 * @param item element of {@code messages[]} or {@code statuses[]}
 * @param contact element of {@code contacts[]} that goes with it
 * @param attempts how often it was offered in vain
 */
record WebhookUpdate(
        long id,
        Kind kind,
        String messageId,
        Digits phone,
        ObjectNode item,
        @Nullable ObjectNode contact,
        int attempts) {

    enum Kind {
        MESSAGES,
        STATUSES;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
