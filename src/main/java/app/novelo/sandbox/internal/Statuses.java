package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the business what became of its messages.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages/status">Meta, Status</a>
 */
@SandboxOnly
@Component
class Statuses {

    /** The price stands in sent, and in one of the two that tell of the arrival. */
    private static final Set<String> PAST_DELIVERY = Set.of("read", "played");

    private final Clock clock;
    private final MetaJson json;
    private final WebhookQueue queue;

    Statuses(Clock clock, MetaJson json, WebhookQueue queue) {
        this.clock = clock;
        this.json = json;
        this.queue = queue;
    }

    /** @param error of a step {@code failed} */
    void tell(ChatMessage message, Phone phone, Course.Step step, @Nullable GraphError error) {
        if (message.addressed().equals(ChatMessage.BY_APP)) {
            return;
        }
        if (error != null && step.status().equals("failed")) {
            tellFailure(message, phone, error, step.after());
        } else {
            tellSuccess(message, phone, step.status(), step.after());
        }
    }

    /** @param after real time from now until it happens */
    private void tellSuccess(ChatMessage message, Phone phone, String status, Duration after) {
        var item = item(message, phone, status, after);
        if (message.pricing() != null && !PAST_DELIVERY.contains(status)) {
            item.set("pricing", message.pricing());
        }
        item.put("recipient_user_id", phone.userId());
        if (phone.parentUserId() != null) {
            item.put("recipient_parent_user_id", phone.parentUserId());
        }
        queue(message, item, contact(phone), after);
    }

    /** A failed message names neither price nor user, unless it was addressed to the user's id. */
    private void tellFailure(ChatMessage message, Phone phone, GraphError error, Duration after) {
        var item = item(message, phone, "failed", after);
        if (!message.addressed().equals("phone")) {
            item.put("recipient_user_id", phone.userId());
        }
        item.putArray("errors").add(error.inStatus(json));
        queue(message, item, null, after);
    }

    private ObjectNode item(ChatMessage message, Phone phone, String status, Duration after) {
        var at = clock.instant().plus(after).getEpochSecond();
        var item = json.object().put("id", message.id()).put("status", status).put("timestamp", Long.toString(at));
        if (message.addressed().equals("phone") || !phone.hidesNumber()) {
            item.put("recipient_id", phone.number().value());
        }
        if (message.callback() != null) {
            item.put("biz_opaque_callback_data", message.callback());
        }
        return item;
    }

    private ObjectNode contact(Phone phone) {
        var contact = json.object();
        if (!phone.hidesNumber()) {
            contact.put("wa_id", phone.number().value());
        }
        return contact.put("user_id", phone.userId());
    }

    private void queue(ChatMessage message, ObjectNode item, @Nullable ObjectNode contact, Duration after) {
        queue.add(WebhookUpdate.of(Kind.STATUSES, message.line(), message.id(), message.phone(), item, contact), after);
    }
}
