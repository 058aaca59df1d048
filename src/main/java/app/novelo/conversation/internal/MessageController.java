package app.novelo.conversation.internal;

import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.internal.MessageList.Order;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Page;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    private static final int LONGEST_KEY = 200;

    private final ConversationAccess access;
    private final MessageList messages;
    private final Imported past;
    private final MessageReader reader;
    private final Answers answers;

    MessageController(
            ConversationAccess access, MessageList messages, Imported past, MessageReader reader, Answers answers) {
        this.access = access;
        this.messages = messages;
        this.past = past;
        this.reader = reader;
        this.answers = answers;
    }

    /**
     * @param order {@code oldest} first, or {@code newest} first for screens that show the end of a long conversation
     * @param imported also what was said with this customer on this line before this program was there
     */
    @GetMapping
    Page<MessageView> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "oldest") String order,
            @RequestParam(defaultValue = "false") boolean imported) {
        var conversation = access.visible(Callers.current(), id);
        int most = Page.limit(limit);
        var all = imported ? withPast(conversation) : List.of(id);
        return Page.of(messages.find(all, after, most + 1, Order.of(order)), most, MessageList::cursor);
    }

    private List<UUID> withPast(Conversation conversation) {
        return Stream.concat(
                        Stream.of(conversation.id()), past.all(conversation.customer(), conversation.line()).stream())
                .distinct()
                .toList();
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
        var message = answers.post(caller, id, body.caseNumber(), reader.read(body), checked(key));
        return messages.one(id, message).orElseThrow();
    }

    /** Sends anew what failed; that one stays in the thread. */
    @PostMapping("/{message}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    MessageView again(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var caller = Callers.current();
        access.visible(caller, id);
        var repeated = answers.again(caller, id, message, checked(key));
        return messages.one(id, repeated).orElseThrow();
    }

    static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new BadRequest("Idempotency-Key", "a key has 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }
}
