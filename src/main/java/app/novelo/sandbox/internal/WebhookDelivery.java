package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Empties the queue of updates, repeating with back-off what the webhook did not take. */
@SandboxOnly
@Component
class WebhookDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);

    /** Far below Meta's thousand: a person watches the sandbox, and a failed body is repeated piece by piece. */
    private static final int BATCH = 100;

    private static final long FIRST_RETRY_MILLIS = 250;
    private static final long LONGEST_RETRY_MILLIS = 30_000;

    private final WebhookQueue queue;
    private final WebhookSender sender;
    private final Chats chats;
    private final Screens screens;
    private final Faults faults;

    WebhookDelivery(WebhookQueue queue, WebhookSender sender, Chats chats, Screens screens, Faults faults) {
        this.queue = queue;
        this.sender = sender;
        this.chats = chats;
        this.screens = screens;
        this.faults = faults;
    }

    /** @return whether there may be more to do at once */
    boolean portion() {
        var updates = sender.isReady() && !isGathering() ? queue.due(BATCH) : List.<WebhookUpdate>of();
        if (updates.isEmpty()) {
            return false;
        }
        if (sender.offer(updates)) {
            queue.taken(updates);
            tick(updates);
        } else {
            postpone(updates);
        }
        return true;
    }

    private boolean isGathering() {
        return faults.find(FaultKind.WEBHOOK_BATCH)
                .filter(fault -> queue.longestWait().compareTo(fault.delay()) < 0)
                .isPresent();
    }

    /** The second grey tick on the customer's phone: the business has it. */
    private void tick(List<WebhookUpdate> updates) {
        var ids = updates.stream()
                .filter(update -> update.kind() == Kind.MESSAGES)
                .map(WebhookUpdate::messageId)
                .toList();
        if (!ids.isEmpty()) {
            chats.delivered(ids).stream().map(ChatMessage::phone).distinct().forEach(screens::changed);
        }
    }

    private void postpone(List<WebhookUpdate> updates) {
        var attempts = updates.get(0).attempts();
        var delay = Math.min(LONGEST_RETRY_MILLIS, FIRST_RETRY_MILLIS << Math.min(attempts, 10));
        queue.postpone(updates, Duration.ofMillis(delay));
        LOG.debug("the webhook did not take {} updates; again in {} ms", updates.size(), delay);
    }
}
