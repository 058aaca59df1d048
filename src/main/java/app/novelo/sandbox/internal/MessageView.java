package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A message on the page and in scripts.
 *
 * @param line id of the company's number in this chat
 * @param direction IN from the customer to the company, OUT back
 * @param status sent, delivered, read, played, failed
 * @param at business time
 * @param message the message object of the Cloud API
 */
record MessageView(
        String id,
        String line,
        ChatMessage.Direction direction,
        String type,
        String text,
        String status,
        Instant at,
        List<Failure> errors,
        ObjectNode message) {

    /** @param code Meta's */
    record Failure(int code, String title, String details) {}

    static MessageView of(ChatMessage message) {
        return new MessageView(
                message.id(),
                message.line(),
                message.direction(),
                message.type(),
                message.text(),
                message.status().word(),
                message.at(),
                failures(message.error()),
                message.body());
    }

    private static List<Failure> failures(@org.jspecify.annotations.Nullable Integer code) {
        return code == null
                ? List.of()
                : List.of(new Failure(code, GraphErrorCodes.title(code), GraphErrorCodes.details(code)));
    }
}
