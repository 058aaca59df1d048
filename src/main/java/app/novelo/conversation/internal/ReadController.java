package app.novelo.conversation.internal;

import app.novelo.conversation.ConversationAccess;
import app.novelo.conversation.ReadReceipts;
import app.novelo.conversation.Speaker;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the customer is told of the agent's screen: that he was read, that somebody writes. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class ReadController {

    private final ConversationAccess access;
    private final ReadReceipts receipts;
    private final Clock clock;

    ReadController(ConversationAccess access, ReadReceipts receipts, Clock clock) {
        this.access = access;
        this.receipts = receipts;
        this.clock = clock;
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id, @RequestBody Read read) {
        access.visible(Callers.current(), id);
        if (read.upTo == null) {
            throw new BadRequest("upTo", "the id of the newest message that was read is needed");
        }
        receipts.readUpTo(id, read.upTo);
    }

    /** Shown only while an answer of this agent may follow: he has the word and the window is open. */
    @PostMapping("/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void typing(@PathVariable UUID id) {
        var caller = Callers.current();
        var conversation = access.visible(caller, id);
        if (conversation.speaker() == Speaker.AGENT
                && caller.id().equals(conversation.speakerId())
                && conversation.window().isOpenAt(clock.instant())) {
            receipts.typing(id);
        }
    }

    /** @param upTo id of a message of the conversation; all that the customer wrote before it was read too */
    record Read(@Nullable UUID upTo) {}
}
