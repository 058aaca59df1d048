package app.novelo.channel.whatsapp;

import app.novelo.channel.Sender;
import app.novelo.channel.Splitter.Element;
import app.novelo.channel.Splitter.Message;
import app.novelo.channel.Splitter.Unreadable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the company writes in the WhatsApp Business app on its own phone, cloud-api's field {@code smb_message_echoes}: of
 * the shape of a customer's message, but {@code from} is the company and {@code to} the customer.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes">Meta,
 *     smb_message_echoes webhook</a>
 */
final class Echoes {

    static final String FIELD = "smb_message_echoes";
    static final String LIST = "message_echoes";
    static final String ECHO = "echo";

    private Echoes() {}

    static Element element(ObjectMapper json, JsonNode value, JsonNode echo) {
        if (echo.hasNonNull("group_id")) {
            return new Unreadable(echo.toString(), "said in a group: this release reads no groups");
        }
        var line = value.path("metadata").path("phone_number_id").asText();
        var customer = customer(echo);
        var payload = json.createObjectNode();
        payload.set(ECHO, echo);
        payload.set(InboundReader.CONTACT, contact(value.path("contacts"), echo));
        if (customer == null
                || !WhatsAppSplitter.isKey(customer)
                || !WhatsAppSplitter.isKey(line)
                || echo.path("id").asText().isEmpty()) {
            return new Unreadable(payload.toString(), "an echo without line, receiver or id");
        }
        return new Message(line, customer, payload.toString());
    }

    /** @return the lane of the customer's own messages, which go by his user id wherever there is one */
    private static @Nullable String customer(JsonNode echo) {
        return Fields.text(echo.path("to_user_id"), phone(echo));
    }

    /** As it was dialled: with or without plus. */
    private static JsonNode phone(JsonNode echo) {
        var to = echo.path("to");
        return to.isTextual() && to.asText().startsWith("+")
                ? TextNode.valueOf(to.asText().substring(1))
                : to;
    }

    private static JsonNode contact(JsonNode contacts, JsonNode echo) {
        var user = echo.path("to_user_id").asText();
        var phone = phone(echo).asText();
        return StreamSupport.stream(contacts.spliterator(), false)
                .filter(contact -> !user.isEmpty()
                                && contact.path("user_id").asText().equals(user)
                        || !phone.isEmpty() && contact.path("wa_id").asText().equals(phone))
                .findFirst()
                .orElse(contacts.path(-1));
    }

    static Sender receiver(JsonNode echo, JsonNode contact) {
        return new Sender(
                Fields.text(contact.path("wa_id"), phone(echo)),
                Fields.text(echo.path("to_user_id"), contact.path("user_id")),
                Fields.text(echo.path("to_parent_user_id"), contact.path("parent_user_id")),
                Fields.text(contact.path("profile").path("username")),
                Fields.text(contact.path("profile").path("name")));
    }
}
