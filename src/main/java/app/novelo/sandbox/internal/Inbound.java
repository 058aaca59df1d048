package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.ChatMessage.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
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
    private final Chats chats;
    private final MetaJson json;
    private final Attachments attachments;
    private final Garbling garbling;

    Inbound(Clock clock, Chats chats, MetaJson json, Attachments attachments, Garbling garbling) {
        this.clock = clock;
        this.chats = chats;
        this.json = json;
        this.attachments = attachments;
        this.garbling = garbling;
    }

    ChatMessage message(Line line, Phone phone, ObjectNode content) {
        var type = content.path("type").asText();
        if (type.isEmpty()) {
            throw new BadRequest("type", "a message has a type, as in the Cloud API");
        }
        var at = clock.instant();
        var id = Wamid.fresh(phone.number());
        var body = from(phone).put("id", id).put("timestamp", Long.toString(at.getEpochSecond()));
        content.properties().forEach(field -> body.putIfAbsent(field.getKey(), field.getValue()));
        attachments.describe(body);
        if (body.path("context") instanceof ObjectNode context) {
            complete(line, phone, context);
        }
        return new ChatMessage(
                id, line.id(), phone.number(), Direction.IN, type, body, Status.SENT, null, "phone", null, null, at);
    }

    /** @return a message object, with what Meta tells of its file */
    ObjectNode described(Map<String, JsonNode> members) {
        var object = json.object();
        object.setAll(members);
        attachments.describe(object);
        return object;
    }

    /** @return the message as the business gets it, which a fault may have changed */
    ObjectNode asCarried(ChatMessage message) {
        return garbling.of(message);
    }

    /** A quote names who wrote what is quoted. */
    private void complete(Line line, Phone phone, ObjectNode context) {
        var quoted = chats.find(context.path("id").asText());
        if (quoted.isPresent() && !context.has("from")) {
            if (quoted.get().direction() == Direction.OUT) {
                context.put("from", line.digits());
            } else if (!phone.hidesNumber()) {
                context.put("from", phone.number().value());
            }
        }
    }

    /** @return an object that says who it is from, the number only where WhatsApp shows it */
    ObjectNode from(Phone phone) {
        var body = json.object();
        if (!phone.hidesNumber()) {
            body.put("from", phone.number().value());
        }
        body.put("from_user_id", phone.userId());
        if (phone.parentUserId() != null) {
            body.put("from_parent_user_id", phone.parentUserId());
        }
        return body;
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
        contact.put("user_id", phone.userId());
        if (phone.parentUserId() != null) {
            contact.put("parent_user_id", phone.parentUserId());
        }
        return contact;
    }
}
