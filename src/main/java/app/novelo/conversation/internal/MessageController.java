package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.internal.MessageList.Order;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was said, and what an agent says. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/messages")
class MessageController {

    /** WhatsApp's limit of a text. */
    private static final int LONGEST_TEXT = 4096;

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_ID = 1024;

    private final ConversationAccess access;
    private final MessageList messages;
    private final Answers answers;

    MessageController(ConversationAccess access, MessageList messages, Answers answers) {
        this.access = access;
        this.messages = messages;
        this.answers = answers;
    }

    /** @param order {@code oldest} first, or {@code newest} first for screens that show the end of a long conversation */
    @GetMapping
    Page<MessageView> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "oldest") String order) {
        access.visible(Callers.current(), id);
        int most = Page.limit(limit);
        return Page.of(messages.find(id, after, most + 1, Order.of(order)), most, MessageList::cursor);
    }

    /** One message: what a screen fetches when an event names it. */
    @GetMapping("/{message}")
    MessageView one(@PathVariable UUID id, @PathVariable UUID message) {
        access.visible(Callers.current(), id);
        return messages.one(id, message).orElseThrow(() -> new NotFound("message " + message));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    MessageView post(
            @PathVariable UUID id,
            @RequestBody NewMessage body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var caller = Callers.current();
        access.visible(caller, id);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new BadRequest("Idempotency-Key", "a key has 1 to " + LONGEST_KEY + " characters");
        }
        var message = answers.post(caller, id, body.checkedText(), body.checkedReplyTo(), key);
        return messages.one(id, message).orElseThrow();
    }

    /** @param replyTo provider id of the message that is quoted */
    record NewMessage(@Nullable String kind, @Nullable String text, @Nullable String replyTo) {

        String checkedText() {
            if (kind != null && !kind.equals("text")) {
                throw new BadRequest("kind", "this release sends kind \"text\"");
            }
            if (text == null || text.codePoints().allMatch(NewMessage::isSpace)) {
                throw new BadRequest("text", "a message needs a text");
            }
            if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
                throw new BadRequest("text", "WhatsApp takes at most " + LONGEST_TEXT + " characters");
            }
            return text;
        }

        /** No-break spaces too: WhatsApp shows none of them. */
        private static boolean isSpace(int character) {
            return Character.isWhitespace(character) || Character.isSpaceChar(character);
        }

        @Nullable
        String checkedReplyTo() {
            if (replyTo != null && (replyTo.length() > LONGEST_ID || replyTo.indexOf('\0') >= 0)) {
                throw new BadRequest(
                        "replyTo", "the channel's id of a message has at most " + LONGEST_ID + " characters");
            }
            return replyTo;
        }
    }
}
