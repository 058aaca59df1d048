package app.novelo.channel.whatsapp;

import static app.novelo.channel.whatsapp.GraphBodies.putIfThere;

import app.novelo.channel.Content;
import app.novelo.channel.OutboundMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Messages with something to press, as the Graph API wants them.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#interactive">Meta,
 *     Interactive</a>
 */
final class InteractiveBodies {

    private InteractiveBodies() {}

    static void write(OutboundMessage message, ObjectNode body) {
        var content = message.content();
        header(message, body);
        body.putObject("body").put("text", message.text());
        if (content instanceof Content.Buttons buttons) {
            frame(body, "button", buttons.footer());
            buttons(buttons, body.putObject("action"));
        } else if (content instanceof Content.Menu menu) {
            frame(body, "list", menu.footer());
            menu(menu, body.putObject("action"));
        } else if (content instanceof Content.Link link) {
            frame(body, "cta_url", link.footer());
            named(body, "cta_url")
                    .putObject("parameters")
                    .put("display_text", link.button())
                    .put("url", link.url());
        } else if (content instanceof Content.LocationRequest) {
            named(body.put("type", "location_request_message"), "send_location");
        } else if (content instanceof Content.ContactRequest) {
            named(body.put("type", "request_contact_info"), "request_contact_info");
        } else {
            throw new IllegalArgumentException("nothing to press: " + content.getClass());
        }
    }

    private static void header(OutboundMessage message, ObjectNode body) {
        var header = message.content().header();
        if (header != null && header.media() != null) {
            file(GraphBodies.media(message), body.putObject("header"));
        } else if (header != null) {
            body.putObject("header").put("type", "text").put("text", header.text());
        }
    }

    /** A file above words, there and above a template. */
    static void file(OutboundMessage.Media media, ObjectNode header) {
        var type = headerType(media.mimeType());
        var file = header.put("type", type).putObject(type).put("id", media.providerId());
        if (type.equals("document")) {
            file.put("filename", media.filename());
        }
    }

    private static String headerType(String mimeType) {
        if (mimeType.startsWith("image/")) {
            return "image";
        }
        return mimeType.startsWith("video/") ? "video" : "document";
    }

    private static void frame(ObjectNode body, String type, @Nullable String footer) {
        body.put("type", type);
        if (footer != null) {
            body.putObject("footer").put("text", footer);
        }
    }

    private static ObjectNode named(ObjectNode body, String name) {
        return body.putObject("action").put("name", name);
    }

    private static void buttons(Content.Buttons buttons, ObjectNode action) {
        var array = action.putArray("buttons");
        buttons.buttons().forEach(button -> array.addObject()
                .put("type", "reply")
                .putObject("reply")
                .put("id", button.id())
                .put("title", button.title()));
    }

    private static void menu(Content.Menu menu, ObjectNode action) {
        var sections = action.put("button", menu.button()).putArray("sections");
        menu.sections().forEach(section -> section(section, sections.addObject()));
    }

    private static void section(Content.Section section, ObjectNode body) {
        putIfThere(body, "title", section.title());
        var rows = body.putArray("rows");
        section.rows().forEach(row -> {
            var written = rows.addObject().put("id", row.id()).put("title", row.title());
            putIfThere(written, "description", row.description());
        });
    }
}
