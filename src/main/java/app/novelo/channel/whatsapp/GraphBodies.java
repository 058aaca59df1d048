package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.OutboundMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Messages as the Graph API wants them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Meta, Messages</a>
 */
@Component
class GraphBodies {

    private final ObjectMapper json;

    GraphBodies(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode of(OutboundMessage message) {
        var body = json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("type", message.kind())
                .put("biz_opaque_callback_data", message.id().toString());
        address(message, body);
        content(message, body);
        if (message.replyTo() != null) {
            body.putObject("context").put("message_id", message.replyTo());
        }
        return body;
    }

    ObjectNode receipt(String providerId, boolean typing) {
        var body = json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", providerId);
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return body;
    }

    /** With the plus: without it Meta may take the number for one of our own country. */
    private static void address(OutboundMessage message, ObjectNode body) {
        if (message.phone() != null) {
            body.put("to", "+" + message.phone());
        } else {
            body.put("recipient", message.userId());
        }
    }

    private static void content(OutboundMessage message, ObjectNode body) {
        var content = message.content();
        if (content instanceof Content.Text text) {
            body.putObject("text").put("body", message.text()).put("preview_url", text.preview());
        } else if (content instanceof Content.File file) {
            file(message, file, body.putObject(message.kind()));
        } else if (content instanceof Content.Location location) {
            location(location, body.putObject("location"));
        } else if (content instanceof Content.Contacts contacts) {
            var cards = body.putArray("contacts");
            contacts.cards().forEach(card -> ContactBodies.write(card, cards.addObject()));
        } else if (content instanceof Content.Reaction reaction) {
            body.putObject("reaction")
                    .put("message_id", reaction.target())
                    .put("emoji", reaction.emoji() == null ? "" : reaction.emoji());
        } else if (content instanceof Content.Template template) {
            TemplateBodies.write(message, template, body.putObject("template"));
        } else {
            InteractiveBodies.write(message, body.putObject("interactive"));
        }
    }

    private static void file(OutboundMessage message, Content.File file, ObjectNode body) {
        var media = media(message);
        body.put("id", media.providerId());
        if (!message.text().isEmpty()) {
            body.put("caption", message.text());
        }
        if (message.kind().equals("document")) {
            body.put("filename", media.filename());
        }
        if (file.voice()) {
            body.put("voice", true);
        }
    }

    /** Handed over before; a message that lost it on the way would be another one. */
    static OutboundMessage.Media media(OutboundMessage message) {
        var media = message.media();
        if (media == null) {
            throw new IllegalArgumentException("message " + message.id() + " has no file");
        }
        return media;
    }

    private static void location(Content.Location location, ObjectNode body) {
        body.put("latitude", location.latitude()).put("longitude", location.longitude());
        putIfThere(body, "name", location.name());
        putIfThere(body, "address", location.address());
    }

    static void putIfThere(ObjectNode body, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            body.put(name, value);
        }
    }
}
