package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One element of a webhook, not yet taken.
 *
 * @param id of the queue's row; 0 before it is queued
 * @param account id of the business account that it is about; empty = that of the line, until it is queued
 * @param line id of the company's number that it is about; empty for {@code ACCOUNT}
 * @param item element of {@code messages[]}, {@code statuses[]} or {@code calls[]}; else a whole change
 * @param contact element of {@code contacts[]} that goes with it
 * @param attempts how often it was offered in vain
 */
record WebhookUpdate(
        long id,
        Kind kind,
        String account,
        String line,
        String messageId,
        Digits phone,
        ObjectNode item,
        @Nullable ObjectNode contact,
        int attempts) {

    /** An update about a number and one of its customers. */
    static WebhookUpdate of(
            Kind kind, String line, String messageId, Digits phone, ObjectNode item, @Nullable ObjectNode contact) {
        return new WebhookUpdate(0, kind, "", line, messageId, phone, item, contact, 0);
    }

    /** An update about an account as a whole. */
    static WebhookUpdate of(String account, ObjectNode change) {
        return new WebhookUpdate(0, Kind.ACCOUNT, account, "", "", new Digits(""), change, null, 0);
    }

    boolean meets(Fault fault) {
        return fault.meets(line, phone.value());
    }

    enum Kind {
        MESSAGES,
        STATUSES,
        CALLS,
        /** Anything else about a number. */
        VALUE,
        /** Anything about an account. */
        ACCOUNT;

        /** @return the webhook field that carries it */
        String field() {
            return this == CALLS ? "calls" : "messages";
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
