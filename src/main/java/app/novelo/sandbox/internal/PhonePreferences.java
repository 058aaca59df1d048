package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers who stop or resume marketing messages, in the menu of a chat.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences">Meta,
 *     user_preferences</a>
 */
@SandboxOnly
@Service("sandboxPhonePreferences")
@Transactional
class PhonePreferences {

    private final Stances stances;
    private final Inbound inbound;
    private final WebhookQueue queue;
    private final Clock clock;
    private final MetaJson json;

    PhonePreferences(Stances stances, Inbound inbound, WebhookQueue queue, Clock clock, MetaJson json) {
        this.stances = stances;
        this.inbound = inbound;
        this.queue = queue;
        this.clock = clock;
        this.json = json;
    }

    Stances.Stance change(Line line, Phone phone, boolean stop) {
        var stance = stances.change(phone.number(), line, null, stop);
        var change = json.object().put("field", "user_preferences").put("complete", true);
        var value = change.putObject("value");
        value.putArray("contacts").add(inbound.contact(phone));
        var preference = value.putArray("user_preferences").addObject();
        if (!phone.hidesNumber()) {
            preference.put("wa_id", phone.number().value());
        }
        preference
                .put("user_id", phone.userId())
                .put("detail", "User requested to %s marketing messages".formatted(stop ? "stop" : "resume"))
                .put("category", "marketing_messages")
                .put("value", stop ? "stop" : "resume")
                .put("timestamp", clock.instant().getEpochSecond());
        queue.add(WebhookUpdate.of(Kind.VALUE, line.id(), "", phone.number(), change, null));
        return stance;
    }
}
