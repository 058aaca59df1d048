package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat.
 *
 * @param id WhatsApp's id of it
 * @param line id of the company's number in this chat
 * @param direction IN from the customer to the company, OUT back
 * @param body the message object of the Cloud API
 * @param addressed how the sender named the customer: {@code phone}, {@code user} or {@code app}
 * @param callback what the business wants to find in the statuses again
 * @param pricing what Meta tells of its price; null = nothing
 */
record ChatMessage(
        String id,
        String line,
        Digits phone,
        Direction direction,
        String type,
        ObjectNode body,
        Status status,
        @Nullable Integer error,
        String addressed,
        @Nullable String callback,
        @Nullable ObjectNode pricing,
        Instant at) {

    /** How the customer is named in what the owner wrote in the app on his phone: no status tells of it. */
    static final String BY_APP = "app";

    enum Direction {
        IN,
        OUT
    }

    /** For IN: one tick, the webhook took it, the business marked it read. */
    enum Status {
        SENT,
        DELIVERED,
        READ,
        /** A voice note was listened to. */
        PLAYED,
        FAILED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @return what a person would read in the bubble; empty for what has no words */
    String text() {
        var content = body.path(type);
        return switch (type) {
            case "text" -> content.path("body").asText();
            case "reaction" -> content.path("emoji").asText();
            case "button" -> content.path("text").asText();
            case "interactive" -> ofInteractive(content);
            case "location" -> content.path("name").asText();
            case "template" -> body.path("rendered").path("body").asText();
            case "contacts" ->
                content.path(0).path("name").path("formatted_name").asText();
            case "edit" -> inside(content.path("message"));
            case "system" -> content.path("body").asText();
            case "document" ->
                content.path("caption").asText(content.path("filename").asText());
            default -> content.path("caption").asText();
        };
    }

    /** An edit holds the message as it reads now. */
    private static String inside(JsonNode message) {
        var content = message.path(message.path("type").asText());
        return content.path("body").asText(content.path("caption").asText());
    }

    private static String ofInteractive(JsonNode interactive) {
        var body = interactive.path("body").path("text");
        return body.isMissingNode()
                ? interactive
                        .path(interactive.path("type").asText())
                        .path("title")
                        .asText()
                : body.asText();
    }
}
