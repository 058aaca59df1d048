package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.ChatMessage.Status;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * A customer's message as Meta hands it to the business.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/reference/messages">Meta, Webhooks</a>
 */
@SandboxOnly
@Component
class Inbound {

    private final Clock clock;
    private final MetaJson json;
    private final Attachments attachments;

    Inbound(Clock clock, MetaJson json, Attachments attachments) {
        this.clock = clock;
        this.json = json;
        this.attachments = attachments;
    }

    ChatMessage message(Phone phone, ObjectNode content) {
        var type = content.path("type").asText();
        if (type.isEmpty()) {
            throw new BadRequest("type", "a message has a type, as in the Cloud API");
        }
        var at = clock.instant();
        var id = Wamid.fresh(phone.number());
        var body = json.object();
        if (!phone.hidesNumber()) {
            body.put("from", phone.number().value());
        }
        body.put("from_user_id", phone.userId()).put("id", id).put("timestamp", Long.toString(at.getEpochSecond()));
        content.properties().forEach(field -> body.putIfAbsent(field.getKey(), field.getValue()));
        attachments.describe(body);
        return new ChatMessage(id, phone.number(), Direction.IN, type, body, Status.SENT, null, "phone", null, at);
    }

    /** @return the element of {@code contacts[]} */
    ObjectNode contact(Phone phone) {
        var contact = json.object();
        var profile = contact.putObject("profile").put("name", phone.name());
        if (phone.username() != null) {
            profile.put("username", phone.username());
        } else {
            contact.put("wa_id", phone.number().value());
        }
        return contact.put("user_id", phone.userId());
    }
}
