package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Meta's limits of interactive messages.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages">Meta, Lists</a>
 */
final class InteractiveRules {

    private static final int MOST_BODY = 1024;
    private static final int MOST_LIST_BODY = 4096;
    private static final int MOST_SHORT = 60; // header and footer
    private static final int MOST_LABEL = 20;
    private static final int MOST_TITLE = 24;
    private static final int MOST_DESCRIPTION = 72;
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;
    private static final int MOST_SECTIONS = 10;
    private static final Set<String> HEADED_BY_NOTHING = Set.of("location_request_message", "request_contact_info");
    private static final int MOST_BUTTON_ID = 256;
    private static final int MOST_ROW_ID = 200;
    private static final Set<String> TYPES = Set.of(
            "button",
            "list",
            "cta_url",
            "location_request_message",
            "flow",
            "carousel",
            "product",
            "product_list",
            "catalog_message",
            "request_contact_info",
            "call_permission_request",
            "voice_call",
            "address_message",
            "order_details",
            "order_status");

    private InteractiveRules() {}

    static void check(JsonNode interactive) {
        var type = interactive.path("type").asText();
        if (!TYPES.contains(type)) {
            throw new GraphError(
                    100,
                    "interactive['type'] must be one of "
                            + TYPES.stream().sorted().toList());
        }
        frame(type, interactive);
        var action = interactive.path("action");
        switch (type) {
            case "button" -> buttons(action.path("buttons"));
            case "list" -> list(action);
            case "cta_url" -> link(action.path("parameters"));
            case "location_request_message" -> named(action, "send_location");
            case "request_contact_info" -> named(action, "request_contact_info");
            default -> {} // taken generously: the phone of the sandbox shows their text only
        }
    }

    private static void frame(String type, JsonNode interactive) {
        if (!type.equals("product") && !type.equals("call_permission_request")) {
            var most = type.equals("list") ? MOST_LIST_BODY : MOST_BODY;
            TypeRules.length(interactive.path("body"), "text", "interactive['body']['text']", most);
        }
        if (interactive.has("header")) {
            header(type, interactive.path("header"));
        }
        atMost(interactive.path("footer").path("text"), "Footer text", MOST_SHORT);
    }

    /** A list is headed by text only; a request by nothing. */
    private static void header(String type, JsonNode header) {
        var kind = header.path("type").asText();
        var possible = HEADED_BY_NOTHING.contains(type)
                ? Set.of()
                : type.equals("list") ? Set.of("text") : Set.of("text", "image", "video", "document");
        if (!possible.contains(kind)) {
            throw invalid("Header type %s is not allowed for %s".formatted(kind, type));
        }
        if (kind.equals("text")) {
            between(header.path("text"), "Header text", MOST_SHORT);
        } else {
            TypeRules.media(kind, header.path(kind));
        }
    }

    private static void named(JsonNode action, String name) {
        if (!action.path("name").asText().equals(name)) {
            throw invalid("action['name'] must be " + name);
        }
    }

    private static void buttons(JsonNode buttons) {
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            throw invalid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
        }
        var ids = new HashSet<String>();
        var titles = new HashSet<String>();
        for (var button : buttons) {
            if (!button.path("type").asText().equals("reply")) {
                throw invalid("Button type must be reply");
            }
            var reply = button.path("reply");
            between(reply.path("title"), "Button title", MOST_LABEL);
            between(reply.path("id"), "Button id", MOST_BUTTON_ID);
            unique(ids, reply.path("id"), "Button ids");
            unique(titles, reply.path("title"), "Button titles");
        }
    }

    private static void list(JsonNode action) {
        between(action.path("button"), "List button", MOST_LABEL);
        var sections = action.path("sections");
        if (sections.size() > MOST_SECTIONS) {
            throw invalid("Sections count exceed max allowed count: 10");
        }
        var ids = new HashSet<String>();
        for (var section : sections) {
            if (sections.size() > 1) {
                between(section.path("title"), "Section title", MOST_TITLE);
            }
            if (section.path("rows").isEmpty()) {
                throw invalid("A section has no rows");
            }
            section.path("rows").forEach(row -> row(row, ids));
        }
        if (ids.isEmpty() || ids.size() > MOST_ROWS) {
            throw invalid("Total row count exceed max allowed count: 10, or there are none");
        }
    }

    private static void row(JsonNode row, Set<String> ids) {
        between(row.path("id"), "Row id", MOST_ROW_ID);
        between(row.path("title"), "Row title", MOST_TITLE);
        atMost(row.path("description"), "Row description", MOST_DESCRIPTION);
        unique(ids, row.path("id"), "Row ids");
    }

    private static void link(JsonNode parameters) {
        between(parameters.path("display_text"), "Button text", MOST_LABEL);
        if (!parameters.path("url").asText().startsWith("http")) {
            throw invalid("The url of the button is missing or is none");
        }
    }

    private static void unique(Set<String> seen, JsonNode value, String what) {
        if (!seen.add(value.asText())) {
            throw invalid(what + " must be unique");
        }
    }

    private static void between(JsonNode text, String what, int most) {
        if (TypeRules.characters(text) == 0) {
            throw invalid("%s length invalid. Min length: 1, Max length: %d".formatted(what, most));
        }
        atMost(text, what, most);
    }

    private static void atMost(JsonNode text, String what, int most) {
        if (TypeRules.characters(text) > most) {
            throw invalid("%s length invalid. Min length: 1, Max length: %d".formatted(what, most));
        }
    }

    private static GraphError invalid(String details) {
        return new GraphError(131009, details);
    }
}
