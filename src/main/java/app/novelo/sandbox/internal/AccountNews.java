package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What Meta tells of an account, its numbers and templates: it names no number, but the time at which it happened. */
@SandboxOnly
@Component("sandboxAccountNews")
class AccountNews {

    private final Clock clock;
    private final MetaJson json;
    private final WebhookQueue queue;

    AccountNews(Clock clock, MetaJson json, WebhookQueue queue) {
        this.clock = clock;
        this.json = json;
        this.queue = queue;
    }

    void tell(String account, String field, ObjectNode value) {
        var change = json.object().put("field", field);
        change.put(Envelope.TIME, clock.instant().getEpochSecond());
        change.set("value", value);
        queue.add(WebhookUpdate.of(account, change));
    }
}
