package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.ChatMessage.Status;
import app.novelo.sandbox.internal.WebhookUpdate.Kind;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The owner, who goes on using a number in the app on his phone: the business hears what he writes, and whom he knows.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes">Meta,
 *     smb_message_echoes</a>
 */
@SandboxOnly
@Service("sandboxOwnerApp")
@Transactional
class OwnerApp {

    private final Clock clock;
    private final Chats chats;
    private final Attachments attachments;
    private final LineHealths states;
    private final WebhookQueue queue;
    private final MetaJson json;

    OwnerApp(Clock clock, Chats chats, Attachments attachments, LineHealths states, WebhookQueue queue, MetaJson json) {
        this.clock = clock;
        this.chats = chats;
        this.attachments = attachments;
        this.states = states;
        this.queue = queue;
        this.json = json;
    }

    /** @param content message object of the Cloud API, {@code edit} and {@code revoke} too */
    ChatMessage write(Line line, Phone phone, ObjectNode content) {
        var type = content.path("type").asText();
        if (type.isEmpty()) {
            throw new BadRequest("type", "a message has a type, as in the Cloud API");
        }
        states.change(line, LineHealths.Change.ON_APP);
        var body = content.deepCopy();
        attachments.describe(body);
        var message = new ChatMessage(
                Wamid.fresh(phone.number()),
                line.id(),
                phone.number(),
                Direction.OUT,
                type,
                body,
                Status.DELIVERED,
                null,
                ChatMessage.BY_APP,
                null,
                null,
                clock.instant());
        chats.add(message);
        tell(line, "smb_message_echoes", "message_echoes", echo(line, phone, message), phone);
        return message;
    }

    /** @return what the owner wrote, as Meta tells of it */
    ObjectNode echo(Line line, Phone phone, ChatMessage message) {
        var echo = json.object().put("from", line.digits());
        if (!phone.hidesNumber()) {
            echo.put("to", phone.number().value());
        }
        echo.put("to_user_id", phone.userId()).put("id", message.id());
        echo.put("timestamp", Long.toString(message.at().getEpochSecond()));
        message.body().properties().forEach(field -> echo.putIfAbsent(field.getKey(), field.getValue()));
        return echo;
    }

    enum Act {
        @JsonProperty("add")
        ADD,
        @JsonProperty("remove")
        REMOVE
    }

    /** @param fullName null when the contact is removed */
    record Contact(String phone, @Nullable String fullName, @Nullable String firstName) {}

    /** The owner adds people to his address book, edits or removes them. */
    void know(Line line, Act act, List<Contact> contacts) {
        states.change(line, LineHealths.Change.ON_APP);
        for (var contact : contacts) {
            var digits = Digits.of(contact.phone());
            var sync = json.object()
                    .put("type", "contact")
                    .put("action", act.name().toLowerCase(Locale.ROOT));
            var shown = sync.putObject("contact");
            if (act == Act.ADD) {
                var name = Objects.requireNonNullElse(contact.fullName(), digits.forPeople());
                shown.put("full_name", name);
                shown.put("first_name", Objects.requireNonNullElse(contact.firstName(), name.split(" ")[0]));
            }
            shown.put("phone_number", digits.value());
            sync.putObject("metadata")
                    .put("timestamp", Long.toString(clock.instant().getEpochSecond()));
            tell(line, "smb_app_state_sync", "state_sync", sync, Phone.fresh(digits));
        }
    }

    private void tell(Line line, String field, String list, ObjectNode element, Phone phone) {
        var change = json.object().put("field", field).put("complete", true);
        change.putObject("value").putArray(list).add(element);
        queue.add(WebhookUpdate.of(Kind.VALUE, line.id(), "", phone.number(), change, null));
    }
}
