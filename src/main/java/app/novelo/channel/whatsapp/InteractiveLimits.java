package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.channel.Draft;
import app.novelo.platform.BadRequest;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's limits of messages with something to press.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages">Meta, Lists</a>
 */
final class InteractiveLimits {

    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_MENU_BODY = 4096;
    private static final int LONGEST_MARGIN = 60; // header and footer
    private static final int LONGEST_LABEL = 20;
    private static final int LONGEST_BUTTON_ID = 256;
    private static final int LONGEST_URL = 2000;
    private static final int MOST_BUTTONS = 3;

    private InteractiveLimits() {}

    static void check(Draft draft) {
        var content = draft.content();
        Limits.text("text", draft.text(), content instanceof Content.Menu ? LONGEST_MENU_BODY : LONGEST_BODY);
        header(draft);
        if (content instanceof Content.Buttons buttons) {
            footer(buttons.footer());
            buttons(buttons.buttons());
        } else if (content instanceof Content.Menu menu) {
            footer(menu.footer());
            Limits.text("content.button", menu.button(), LONGEST_LABEL);
            MenuLimits.check(menu.sections());
        } else if (content instanceof Content.Link link) {
            footer(link.footer());
            Limits.text("content.button", link.button(), LONGEST_LABEL);
            Limits.text("content.url", link.url(), LONGEST_URL);
            address(link.url());
        }
    }

    /** Of the file itself the channel knows nothing here; whoever holds it checks it. */
    private static void header(Draft draft) {
        var header = draft.content().header();
        if (header == null) {
            return;
        }
        if ((header.text() == null) == (header.media() == null)) {
            throw new BadRequest("content.header", "either text or media");
        }
        if (header.media() == null) {
            Limits.text("content.header.text", header.text(), LONGEST_MARGIN);
        } else if (draft.content() instanceof Content.Menu) {
            throw new BadRequest("content.header.media", "above a list WhatsApp shows nothing but text");
        } else if (!draft.file()) {
            throw new BadRequest("content.header.media", "the id of an uploaded file is needed");
        }
    }

    private static void footer(@Nullable String footer) {
        if (footer != null) {
            Limits.text("content.footer", footer, LONGEST_MARGIN);
        }
    }

    private static void buttons(List<Content.Button> buttons) {
        Limits.list("content.buttons", buttons, MOST_BUTTONS);
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (int i = 0; i < buttons.size(); i++) {
            var at = "content.buttons[" + i + "].";
            var button = buttons.get(i);
            Limits.text(at + "id", button.id(), LONGEST_BUTTON_ID);
            Limits.text(at + "title", button.title(), LONGEST_LABEL);
            Limits.unique(at + "id", button.id(), ids);
            Limits.unique(at + "title", button.title(), titles);
        }
    }

    private static void address(String url) {
        try {
            var address = URI.create(url);
            var scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new BadRequest("content.url", "a whole web address that begins with https:// or http://");
    }
}
